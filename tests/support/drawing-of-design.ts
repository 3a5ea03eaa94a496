/** The drawing of a healthy design, as a question about one of its intents would show it. */
import type { Drawing } from '@/components/topology/drawing';
import { drawingOf } from '@/components/topology/drawing-of';
import { designOf } from '@/lib/core/quiz/drawing-view';
import type { HealthyDesign } from '@/lib/core/scenario/blueprint';
import type { Intent } from '@/lib/core/scenario/intent';
import { pathOf } from '@/lib/core/scenario/intent-path';

export function drawingOfDesign(design: HealthyDesign, intent: Intent): Drawing {
  return drawingOf(designOf(pathOf(design, intent)));
}
