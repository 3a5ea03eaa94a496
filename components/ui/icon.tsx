/** Our own icons: 20 grid, 1.6 stroke, always beside a word. */

const PATHS = {
  sun: 'M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4ZM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z',
  ticket: 'M2.5 6.5h15v2.2a1.8 1.8 0 0 0 0 3.6v2.2h-15v-2.2a1.8 1.8 0 0 0 0-3.6Z',
  log: 'M3 5h14M3 8.4h10M3 11.8h12.5M3 15.2h7.5',
  server: 'M4 3.5h12v13H4zM7 7.2h6M7 10h6M7 12.8h3.5',
  desktop: 'M3 4h14v9H3zM7.5 16.5h5M10 13v3.5',
  globe:
    'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM2.8 10h14.4M10 2.8c2 2 3 4.4 3 7.2s-1 5.2-3 7.2c-2-2-3-4.4-3-7.2s1-5.2 3-7.2Z',
  gateway: 'M4.5 16.5V9a5.5 5.5 0 0 1 11 0v7.5M10 14.5V8.2M7.6 10.4 10 8l2.4 2.4',
  peering:
    'M7.6 6.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2ZM12.4 6.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2Z',
  nat: 'M4.5 16.5V9a5.5 5.5 0 0 1 11 0v7.5M7 11h6.2M11 8.8l2.2 2.2L11 13.2',
  egress: 'M4.5 16.5V9a5.5 5.5 0 0 1 11 0v7.5M10 14.5V8.2M7.6 10.4 10 8l2.4 2.4M7.4 16.5h5.2',
  tunnel: 'M2.8 13.5a7.2 7.2 0 0 1 14.4 0M6 13.5a4 4 0 0 1 8 0M2.8 13.5h3.2M14 13.5h3.2M10 13.5v3',
  hub: 'M10 7.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2ZM10 7.4V3M10 17v-4.4M7.4 10H3M17 10h-4.4',
  endpoint: 'M3 10h7M7.4 7.2 10.2 10l-2.8 2.8M13.4 4.5a6 6 0 0 1 0 11',
  function: 'M5 16.5h2.2L12 4.6M6.6 4.6h2.6l5.2 11.9h1.8',
  balancer: 'M3 10h5M8 10l6-5M8 10h7M8 10l6 5M13 3.8 14.6 4.6 13.9 6.2M13.9 13.8l.7 1.6-1.6.8',
  office: 'M4 17V4h8v13M12 8h4v9M6.6 7h2.8M6.6 10h2.8M6.6 13h2.8M2.5 17h15',
  fork: 'M10 17v-5.5L5 6.4V3M10 11.5l5-5.1V3M3.2 4.8 5 3l1.8 1.8M13.2 4.8 15 3l1.8 1.8',
  lock: 'M5 9h10v8H5zM7 9V6.6a3 3 0 0 1 6 0V9',
  fence: 'M5 3.5v13M10 3.5v13M15 3.5v13M2.8 8h14.4M2.8 12.4h14.4',
  book: 'M3 4.5c2.6-1 4.8-.8 7 .8 2.2-1.6 4.4-1.8 7-.8v11c-2.6-1-4.8-.8-7 .8-2.2-1.6-4.4-1.8-7-.8ZM10 5.3v11',
  again: 'M16 8.2A6.4 6.4 0 0 0 4.6 6.4M4 11.8a6.4 6.4 0 0 0 11.4 1.8M4.2 3v3.6h3.6M15.8 17v-3.6h-3.6',
  check: 'm4 10.5 4 4 8-9',
  plus: 'M10 4.5v11M4.5 10h11',
  minus: 'M4.5 10h11',
  fit: 'M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13',
  close: 'm5 5 10 10M15 5 5 15',
  lens: 'M8.6 3.2a5.4 5.4 0 1 0 0 10.8 5.4 5.4 0 0 0 0-10.8ZM12.6 12.6l4.2 4.2',
  path: 'M3.5 15.5c4 0 2-8 6-8M9.5 5.5a4 4 0 1 0 4 4M13.4 12.4l3.6 4',
  plug: 'M7 3v4M13 3v4M5 7h10v2.5a5 5 0 0 1-10 0ZM10 14.5V17',
  play: 'M6 4.2v11.6L15.6 10Z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  back: 'M14 4.5v11L6.5 10ZM5 4.5v11',
  forward: 'M6 4.5v11l7.5-5.5ZM15 4.5v11',
  undo: 'M4 8.5h8a4 4 0 0 1 0 8H8M4 8.5 7.5 5M4 8.5 7.5 12',
  help: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM7.8 8a2.2 2.2 0 1 1 3.4 1.8c-.8.5-1.2 1-1.2 1.8M10 14h.01',
  chevron: 'm7.5 4.5 5.5 5.5-5.5 5.5',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
}

export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className={className} aria-hidden="true">
      <IconShape name={name} />
    </svg>
  );
}

/** The strokes alone, for use inside a drawing. */
export function IconShape({ name }: { readonly name: IconName }) {
  return (
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}
