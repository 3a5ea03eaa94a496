/** All exam traps, once by the task of the exam that asks for them and once by the lesson that teaches the way out. */

interface ListedTrap {
  readonly id: string;
  readonly title: string;
  readonly misconception: string;
  readonly tasks: readonly string[];
}

interface TrapAtlasProps {
  readonly traps: readonly ListedTrap[];
  readonly lessons: readonly {
    readonly id: string;
    readonly title: string;
    readonly traps: readonly string[];
  }[];
}

export function TrapAtlas({ traps, lessons }: TrapAtlasProps) {
  const tasks = [...new Set(traps.flatMap((trap) => trap.tasks))].sort();
  return (
    <div className="mx-auto max-w-[88ch] px-4 py-8">
      <h1 className="font-[660] text-[28px] leading-tight tracking-[-0.022em]">Exam traps</h1>
      <p className="mt-2 text-[17px] text-ink-2">
        {traps.length} beliefs that sound right and are not. Each has a page, and cases without end.
      </p>
      <nav aria-label="On this page" className="mt-3 flex flex-wrap gap-x-4">
        <a href="#by-task" className="inline-flex min-h-11 items-center text-accent underline">
          By exam task
        </a>
        <a href="#by-lesson" className="inline-flex min-h-11 items-center text-accent underline">
          By lesson
        </a>
      </nav>
      <h2 id="by-task" className="mt-4 font-[640] text-[19px]">
        By exam task
      </h2>
      {tasks.map((task) => (
        <TrapList key={task} title={task} traps={traps.filter((trap) => trap.tasks.includes(task))} />
      ))}
      <h2 id="by-lesson" className="mt-8 font-[640] text-[19px]">
        By lesson
      </h2>
      {lessons.map((lesson) => (
        <TrapList
          key={lesson.id}
          title={lesson.title}
          href={`/learn/${lesson.id}`}
          traps={traps.filter(({ id }) => lesson.traps.includes(id))}
        />
      ))}
    </div>
  );
}

interface TrapListProps {
  readonly title: string;
  readonly href?: string;
  readonly traps: readonly ListedTrap[];
}

function TrapList({ title, href, traps }: TrapListProps) {
  return (
    <section className="mt-4">
      <h3 className="font-[620]">
        {href ? (
          <a href={href} className="text-accent underline">
            {title}
          </a>
        ) : (
          title
        )}
      </h3>
      <ul className="mt-1.5 divide-y divide-line rounded-panel border border-line bg-surface">
        {traps.map(({ id, title: name, misconception }) => (
          <li key={id}>
            <a href={`/traps/${id}`} className="block px-3.5 py-2 hover:bg-sunken">
              <span className="block font-[550]">{name}</span>
              <span className="block text-[13px] text-ink-2">“{misconception}”</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
