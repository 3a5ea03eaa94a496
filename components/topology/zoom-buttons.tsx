/** Closer, farther, everything: what wheel, drag and pinch do, for whoever has none of them. */
import { Icon, type IconName } from '../ui/icon';

interface ZoomButtonsProps {
  readonly isReady: boolean;
  onZoomIn(): void;
  onZoomOut(): void;
  onFit(): void;
}

export function ZoomButtons({ isReady, onZoomIn, onZoomOut, onFit }: ZoomButtonsProps) {
  const buttons: readonly {
    readonly label: string;
    readonly icon: IconName;
    readonly key: string;
    readonly act: () => void;
  }[] = [
    { label: 'Zoom in', icon: 'plus', key: '+', act: onZoomIn },
    { label: 'Zoom out', icon: 'minus', key: '-', act: onZoomOut },
    { label: 'Fit everything', icon: 'fit', key: 'f', act: onFit },
  ];
  return (
    <div
      className={`absolute right-1 bottom-1 flex rounded-control border border-line bg-surface ${isReady ? '' : 'invisible'}`}
    >
      {buttons.map(({ label, icon, key, act }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          title={`${label} (${key === '-' ? '−' : key.toUpperCase()})`}
          aria-keyshortcuts={key}
          data-key={key}
          onClick={act}
          className="grid size-8 place-items-center rounded-control text-ink-2 hover:bg-sunken pointer-coarse:size-11"
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
