/** Panning and zooming: what is held stays under the pointer, and nobody pans off the sheet. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fitted, fitWhole, LEGIBLE, panned, revealing, scaleOf, zoomed } from '@/components/topology/camera';

const SHEET = { width: 1000, height: 600 };
const PLACE = { width: 800, height: 400 };

describe('the first camera', () => {
  it('shows a small drawing whole, and centred', () => {
    const camera = fitted({ width: 400, height: 200 }, PLACE, { x: 0, y: 0 });
    expect(scaleOf(camera, PLACE)).toBe(1.25);
    expect(camera.x + camera.width / 2).toBe(200);
    expect(camera.y + camera.height / 2).toBe(100);
  });

  it('does not shrink a large one below what can be read, and looks at the focus', () => {
    const camera = fitted({ width: 4000, height: 3000 }, PLACE, { x: 2000, y: 1500 });
    expect(scaleOf(camera, PLACE)).toBeCloseTo(LEGIBLE);
    expect(camera.x + camera.width / 2).toBeCloseTo(2000);
  });

  it('shows everything when it is asked to', () => {
    const camera = fitWhole({ width: 4000, height: 3000 }, PLACE);
    expect(camera.width).toBeGreaterThanOrEqual(4000);
    expect(camera.height).toBeGreaterThanOrEqual(3000);
  });
});

const inSheet = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 600 }) });

describe('zooming', () => {
  test.prop([fc.double({ min: 1.05, max: 2, noNaN: true }), inSheet])(
    'keeps the point under the pointer where it is',
    (factor, at) => {
      const before = zoomed(fitted(SHEET, PLACE, { x: 500, y: 300 }), PLACE, SHEET, 1.5, { x: 500, y: 300 });
      const inside = {
        x: Math.min(Math.max(at.x, before.x), before.x + before.width),
        y: Math.min(Math.max(at.y, before.y), before.y + before.height),
      };
      const after = zoomed(before, PLACE, SHEET, factor, inside);
      expect((inside.x - after.x) / after.width).toBeCloseTo((inside.x - before.x) / before.width, 6);
      expect((inside.y - after.y) / after.height).toBeCloseTo((inside.y - before.y) / before.height, 6);
    },
  );

  it('ends somewhere, closer and farther', () => {
    let camera = fitted(SHEET, PLACE, { x: 0, y: 0 });
    for (let i = 0; i < 50; i++) camera = zoomed(camera, PLACE, SHEET, 2);
    expect(scaleOf(camera, PLACE)).toBeCloseTo(3);
    for (let i = 0; i < 50; i++) camera = zoomed(camera, PLACE, SHEET, 0.5);
    expect(scaleOf(camera, PLACE)).toBeCloseTo(0.1);
  });
});

describe('panning', () => {
  test.prop([fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })])(
    'stays on the sheet',
    (dx, dy) => {
      const close = zoomed(fitted(SHEET, PLACE, { x: 500, y: 300 }), PLACE, SHEET, 2);
      const { x, y, width, height } = panned(close, PLACE, SHEET, dx, dy);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(SHEET.width + 1e-9);
      expect(y + height).toBeLessThanOrEqual(SHEET.height + 1e-9);
    },
  );

  it('reveals what has the focus, and moves nothing for what is seen', () => {
    const close = zoomed(fitted(SHEET, PLACE, { x: 500, y: 300 }), PLACE, SHEET, 2.5, { x: 0, y: 0 });
    const far = revealing(close, { x: 900, y: 500, width: 60, height: 40 }, SHEET);
    expect(far.x + far.width).toBeGreaterThanOrEqual(960);
    expect(revealing(far, { x: 900, y: 500, width: 60, height: 40 }, SHEET)).toEqual(far);
  });
});
