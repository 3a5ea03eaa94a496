/** Which part of a drawing is seen: panning, zooming and fitting as arithmetic. Pure. */
import type { Box, Point } from './box';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of the drawing that fills the place, in the drawing's own units. */
export type Camera = Box;

/** Pixels per unit: below the first the smallest word would fall under 10.5 pixels. */
export const LEGIBLE = 0.915;
const CLOSEST = 3;
/** The whole with its margin, however large it is. */
const FARTHEST = 0.1;
const LARGEST_FIT = 1.25;

export function scaleOf(camera: Camera, place: Size): number {
  return place.width / camera.width;
}

/** The whole drawing where that stays legible; else as much as does, around `focus`. */
export function fitted(sheet: Size, place: Size, focus: Point): Camera {
  const whole = Math.min(place.width / sheet.width, place.height / sheet.height, LARGEST_FIT);
  const scale = Math.max(whole, LEGIBLE);
  return inside(around(focus, place, scale), sheet);
}

/** Everything, legible or not. */
export function fitWhole(sheet: Size, place: Size): Camera {
  const scale = Math.min(place.width / sheet.width, place.height / sheet.height, LARGEST_FIT);
  return inside(around({ x: sheet.width / 2, y: sheet.height / 2 }, place, scale), sheet);
}

function around({ x, y }: Point, place: Size, scale: number): Camera {
  const [width, height] = [place.width / scale, place.height / scale];
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** `at`: the point of the drawing that stays where it is. */
export function zoomed(camera: Camera, place: Size, sheet: Size, factor: number, at?: Point): Camera {
  const scale = Math.min(CLOSEST, Math.max(FARTHEST, scaleOf(camera, place) * factor));
  const real = scale / scaleOf(camera, place);
  const fixed = at ?? { x: camera.x + camera.width / 2, y: camera.y + camera.height / 2 };
  return inside(
    {
      x: fixed.x - (fixed.x - camera.x) / real,
      y: fixed.y - (fixed.y - camera.y) / real,
      width: camera.width / real,
      height: camera.height / real,
    },
    sheet,
  );
}

/** `dx`, `dy`: in pixels, the way the drawing is pulled. */
export function panned(camera: Camera, place: Size, sheet: Size, dx: number, dy: number): Camera {
  const scale = scaleOf(camera, place);
  return inside({ ...camera, x: camera.x - dx / scale, y: camera.y - dy / scale }, sheet);
}

/** Far enough that the box is seen with a margin; unchanged where it is. */
export function revealing(camera: Camera, box: Box, sheet: Size): Camera {
  const margin = 16;
  const move = (at: number, length: number, from: number, size: number): number =>
    from - margin < at
      ? from - margin
      : from + size + margin > at + length
        ? from + size + margin - length
        : at;
  return inside(
    {
      ...camera,
      x: move(camera.x, camera.width, box.x, box.width),
      y: move(camera.y, camera.height, box.y, box.height),
    },
    sheet,
  );
}

/** Never past the sheet; what is smaller than its place stands in the middle. */
function inside(camera: Camera, sheet: Size): Camera {
  const keep = (at: number, length: number, whole: number): number =>
    length >= whole ? (whole - length) / 2 : Math.min(Math.max(at, 0), whole - length);
  return {
    ...camera,
    x: keep(camera.x, camera.width, sheet.width),
    y: keep(camera.y, camera.height, sheet.height),
  };
}
