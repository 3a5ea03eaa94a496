/** Wheel, drag and pinch on a drawing. Loaded after the picture stands; knows the DOM, leaves the arithmetic to the camera. */
import type { Box, Point } from './box';
import { type Camera, fitted, fitWhole, panned, revealing, type Size, zoomed } from './camera';

export interface PanAndZoom {
  zoom(factor: number): void;
  fit(): void;
  reveal(box: Box): void;
  detach(): void;
}

interface Parts {
  readonly place: HTMLElement;
  readonly sheet: Size;
  /** What a drawing that is too large begins with. */
  readonly focus: Point;
  onCamera(camera: Camera): void;
}

/** Less than this is a click. */
const DRAG = 5;
const STEP = 1.0018;

export function attachPanAndZoom({ place, sheet, focus, onCamera }: Parts): PanAndZoom {
  const size = (): Size => ({
    width: Math.max(1, place.clientWidth),
    height: Math.max(1, place.clientHeight),
  });
  let camera = fitted(sheet, size(), focus);
  const show = (next: Camera): void => {
    camera = next;
    onCamera(camera);
  };
  const at = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => {
    const box = place.getBoundingClientRect();
    const unit = camera.width / Math.max(1, box.width);
    return { x: camera.x + (clientX - box.left) * unit, y: camera.y + (clientY - box.top) * unit };
  };

  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 24 : 1;
    show(zoomed(camera, size(), sheet, STEP ** -(event.deltaY * lines), at(event)));
  };

  const fingers = new Map<number, Point>();
  let moved = 0;
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  };
  const onMove = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < DRAG) return;
    // Only what is dragged is captured: a captured click would never reach the node under it.
    if (!place.hasPointerCapture(event.pointerId)) place.setPointerCapture(event.pointerId);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (!other) {
      show(panned(camera, size(), sheet, dx, dy));
      return;
    }
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
    show(zoomed(panned(camera, size(), sheet, dx / 2, dy / 2), size(), sheet, factor, at(middle)));
  };
  const onUp = (event: PointerEvent): void => {
    fingers.delete(event.pointerId);
  };
  const onClick = (event: MouseEvent): void => {
    if (moved >= DRAG) event.stopPropagation();
    moved = 0;
  };

  const observer = new ResizeObserver(() => show(fitted(sheet, size(), focus)));
  observer.observe(place);
  place.addEventListener('wheel', onWheel, { passive: false });
  place.addEventListener('pointerdown', onDown);
  place.addEventListener('pointermove', onMove);
  place.addEventListener('pointerup', onUp);
  place.addEventListener('pointercancel', onUp);
  place.addEventListener('click', onClick, { capture: true });
  return {
    zoom: (factor) => show(zoomed(camera, size(), sheet, factor)),
    fit: () => show(fitWhole(sheet, size())),
    reveal: (box) => show(revealing(camera, box, sheet)),
    detach: () => {
      observer.disconnect();
      place.removeEventListener('wheel', onWheel);
      place.removeEventListener('pointerdown', onDown);
      place.removeEventListener('pointermove', onMove);
      place.removeEventListener('pointerup', onUp);
      place.removeEventListener('pointercancel', onUp);
      place.removeEventListener('click', onClick, { capture: true });
    },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
