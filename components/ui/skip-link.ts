/** How a skip link looks: not at all, until it has the focus. */
export const SKIP_LINK =
  'sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-20 focus:rounded-control focus:border focus:border-edge focus:bg-raised focus:px-3 focus:py-2';
