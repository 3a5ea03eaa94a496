'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
/** The drawing in use: one tab stop, arrows, selection, and a camera that is loaded once the picture stands. */
import type { LogGlance } from '../flowlog/gauge';
import type { Box } from './box';
import { type Camera, LEGIBLE } from './camera';
import type { Drawing } from './drawing';
import { Figure } from './figure';
import { layout } from './layout';
import { namesOf } from './names';
import type { PanAndZoom } from './pan-and-zoom';
import { placeOf } from './place-of';
import { moved, moveOf, treeOf } from './tree';
import { ZoomButtons } from './zoom-buttons';

export interface TopologyViewProps {
  readonly drawing: Drawing;
  readonly glances: Readonly<Record<string, LogGlance>>;
  readonly prices: Readonly<Record<string, number>>;
  readonly summary: string;
  readonly selectedId: string | undefined;
  onSelect(id: string | undefined): void;
  /** What has to be seen: the drawing moves until it is. */
  readonly reveal?: Box | undefined;
  /** Drawn over the network: a packet's walk. */
  readonly children?: ReactNode;
}

/** Without a camera it is drawn to the width, and no larger than this. */
const MOST = 1.25;
const ZOOM_STEP = 1.25;

export function TopologyView({
  drawing,
  glances,
  prices,
  summary,
  selectedId,
  onSelect,
  reveal,
  children,
}: TopologyViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => layout(drawing), [drawing]);
  const tree = useMemo(() => treeOf(drawing), [drawing]);
  const names = useMemo(() => namesOf(drawing, { logs: glances, prices }), [drawing, glances, prices]);
  const { camera, panAndZoom } = useCamera(place, placed);
  const isReady = camera !== undefined;
  useEffect(() => {
    if (isReady && reveal) panAndZoom.current?.reveal(reveal);
  }, [isReady, reveal, panAndZoom]);
  const [currentId, setCurrentId] = useState(() => firstOf(drawing));
  const go = (id: string): void => {
    setCurrentId(id);
    const box = placeOf(placed, id);
    if (box) panAndZoom.current?.reveal(box);
    const part = place.current?.querySelector<SVGElement>(`[data-part="${CSS.escape(id)}"]`);
    part?.focus({ preventScroll: panAndZoom.current !== undefined });
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const child = event.key === 'Enter' ? moved(tree, currentId, 'in') : undefined;
    const move = moveOf(event.key);
    if (event.key === 'Escape' && moved(tree, currentId, 'out') === undefined) {
      onSelect(undefined);
      return;
    }
    if (!child && !move) return;
    event.preventDefault();
    const next = child ?? (move && moved(tree, currentId, move));
    if (next) go(next);
  };
  return (
    <div className="relative h-full">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside everything ends a selection; Escape does so too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same */}
      <div
        ref={place}
        onClick={() => onSelect(undefined)}
        className={`h-full ${camera ? 'cursor-grab touch-none select-none overflow-hidden active:cursor-grabbing' : 'overflow-auto'}`}
      >
        <Figure
          layout={placed}
          glances={glances}
          prices={prices}
          summary={summary}
          camera={camera}
          scale={{ least: LEGIBLE, most: MOST }}
          onKeyDown={onKeyDown}
          handling={{
            selectedId,
            currentId,
            nameOf: (id) => names.get(id) ?? id,
            onFocus: setCurrentId,
            onSelect: (id) => onSelect(id === selectedId ? undefined : id),
          }}
        >
          {children}
        </Figure>
      </div>
      <ZoomButtons
        isReady={camera !== undefined}
        onZoomIn={() => panAndZoom.current?.zoom(ZOOM_STEP)}
        onZoomOut={() => panAndZoom.current?.zoom(1 / ZOOM_STEP)}
        onFit={() => panAndZoom.current?.fit()}
      />
    </div>
  );
}

/** Loaded when the picture has been painted; until then, and without a script, the picture scrolls. */
function useCamera(
  place: React.RefObject<HTMLDivElement | null>,
  placed: ReturnType<typeof layout>,
): { readonly camera: Camera | undefined; readonly panAndZoom: React.RefObject<PanAndZoom | undefined> } {
  const [camera, setCamera] = useState<Camera>();
  const panAndZoom = useRef<PanAndZoom>(undefined);
  useEffect(() => {
    let attached: PanAndZoom | undefined;
    let isGone = false;
    void import('./pan-and-zoom').then(({ attachPanAndZoom }) => {
      if (isGone || !place.current) return;
      attached = attachPanAndZoom({
        place: place.current,
        sheet: placed,
        focus: middleOf(placed),
        onCamera: setCamera,
      });
      panAndZoom.current = attached;
    });
    return () => {
      isGone = true;
      attached?.detach();
      panAndZoom.current = undefined;
    };
  }, [place, placed]);
  return { camera, panAndZoom };
}

/** The target; without one, the middle of everything. */
function middleOf(placed: ReturnType<typeof layout>): { readonly x: number; readonly y: number } {
  const target = placed.vpcs.flatMap((vpc) => vpc.nodes).find(({ of }) => of.role === 'target');
  const box: Box = target ?? { x: 0, y: 0, width: placed.width, height: placed.height };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where Tab arrives: at the VPC in question. */
function firstOf({ vpcs: [first] }: Drawing): string {
  return first.id;
}
