'use client';
/** The packet's walk: over the network as it is, forward and back, and the same step by step in words. */
import { useEffect, useMemo, useState } from 'react';
import { plain } from '@/lib/core/explain/prose';
import type { StepView } from '@/lib/core/quiz/view';
import { layout } from '../topology/layout';
import { NetworkPanel, type NetworkPanelProps } from '../topology/network-panel';
import { anchorsOf, drawnSteps } from './anchor';
import { Player } from './player';
import { WalkShape } from './walk-shape';

interface WalkPanelProps {
  readonly network: NetworkPanelProps;
  readonly steps: readonly StepView[];
}

/** How long a step stands while it plays, in milliseconds. */
const PACE = 900;
/** How much is seen around a step. */
const AROUND = 110;

export function WalkPanel({ network, steps }: WalkPanelProps) {
  const last = steps.length - 1;
  const [current, setCurrent] = useState(last);
  const [isPlaying, setIsPlaying] = useState(false);
  const placed = useMemo(() => layout(network.drawing), [network.drawing]);
  const drawn = useMemo(() => drawnSteps(network.drawing, steps), [network.drawing, steps]);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => {
      if (current >= last) setIsPlaying(false);
      else setCurrent(current + 1);
    }, PACE);
    return () => clearTimeout(timer);
  }, [isPlaying, current, last]);
  const around = useMemo(() => {
    const at = anchorsOf(placed, drawn)[current];
    return at && { x: at.x - AROUND, y: at.y - AROUND / 2, width: 2 * AROUND, height: AROUND };
  }, [placed, drawn, current]);
  const step = steps[current];
  const go = (to: number): void => {
    setIsPlaying(false);
    setCurrent(Math.min(last, Math.max(0, to)));
  };
  const play = (): void => {
    if (!isPlaying && current >= last) setCurrent(0);
    setIsPlaying(!isPlaying);
  };
  if (last < 0) return <NetworkPanel {...network} />;
  return (
    <NetworkPanel
      {...network}
      reveal={around}
      title="The packet’s walk"
      footer={
        <Player
          steps={steps}
          current={current}
          isPlaying={isPlaying}
          says={step ? plain(step.sentence) : ''}
          onGo={go}
          onPlay={play}
        />
      }
    >
      <WalkShape layout={placed} steps={drawn} current={current} />
    </NetworkPanel>
  );
}
