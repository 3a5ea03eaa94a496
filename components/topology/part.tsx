/** One thing in a drawing: plain where the drawing is a picture, a button with a name where it can be used. */
import type { ReactNode } from 'react';

export interface Handling {
  readonly selectedId: string | undefined;
  /** The one that Tab reaches; arrows move it. */
  readonly currentId: string;
  nameOf(id: string): string;
  onSelect(id: string): void;
  onFocus(id: string): void;
}

interface PartProps {
  readonly id: string;
  readonly handling: Handling | undefined;
  readonly children: ReactNode;
}

export function Part({ id, handling, children }: PartProps) {
  if (!handling) return <g>{children}</g>;
  const { selectedId, currentId, nameOf, onSelect, onFocus } = handling;
  const isSelected = selectedId === id;
  return (
    // biome-ignore lint/a11y/useSemanticElements: inside an SVG there is no button
    <g
      role="button"
      data-part={id}
      tabIndex={currentId === id ? 0 : -1}
      aria-label={nameOf(id)}
      aria-pressed={isSelected}
      onClick={(event) => {
        event.stopPropagation();
        onSelect(id);
      }}
      onFocus={() => onFocus(id)}
      onKeyDown={(event) => {
        // Enter on what holds others also leads into it: the drawing moves the focus.
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect(id);
      }}
      className="group/part cursor-pointer focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-2"
    >
      {children}
    </g>
  );
}
