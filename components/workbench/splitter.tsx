'use client';
/** The bar between drawing and drawer: dragged, or moved by keys. The share of the drawing stands in `--split` of its parent. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react';

const LEAST = 30;
const MOST = 65;
const STEP = 3;

export function Splitter() {
  const [share, setShare] = useState(48);
  const move = (element: HTMLElement, to: number): void => {
    const next = Math.min(MOST, Math.max(LEAST, to));
    setShare(next);
    element.parentElement?.style.setProperty('--split', `${next}%`);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const bar = event.currentTarget;
    if (!bar.hasPointerCapture(event.pointerId) || !bar.parentElement) return;
    const { top, height } = bar.parentElement.getBoundingClientRect();
    move(bar, (100 * (event.clientY - top)) / height);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const to = { ArrowUp: share - STEP, ArrowDown: share + STEP, Home: LEAST, End: MOST }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(event.currentTarget, to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that is moved is a separator, and <hr> takes no focus
    <div
      role="separator"
      tabIndex={0}
      aria-label="Height of the drawing"
      aria-orientation="horizontal"
      aria-valuenow={Math.round(share)}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className="group/bar hidden h-3 shrink-0 cursor-row-resize touch-none place-items-center min-[1180px]:grid"
    >
      <span className="h-1 w-10 rounded-full bg-line group-hover/bar:bg-edge" />
    </div>
  );
}
