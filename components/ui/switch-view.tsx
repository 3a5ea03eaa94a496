/** Two views of one thing, switched by native radios: it works without JavaScript, by mouse, key and voice. */

interface SwitchViewProps {
  /** Names the radio group; the ids are `<name>-<value>`, which a parent's `:has()` looks for. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** For a view that a script draws; others follow the radios by `:has()`. */
  readonly onChange?: ((value: string) => void) | undefined;
}

export function SwitchView({ name, label, options, onChange }: SwitchViewProps) {
  return (
    <fieldset className="flex rounded-control bg-sunken p-0.5 text-xs">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: text }, i) => (
        <label
          key={value}
          className="cursor-pointer rounded-node border border-transparent px-2.5 py-1 font-[550] text-ink-2 has-checked:border-edge has-checked:bg-surface has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            id={`${name}-${value}`}
            name={name}
            value={value}
            defaultChecked={i === 0}
            onChange={onChange && (() => onChange(value))}
            className="sr-only"
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
