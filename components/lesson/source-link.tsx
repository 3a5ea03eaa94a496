/** The page that says so, after the sentence that it is said of. */

/** `…/userguide/flow-log-records.html` is called "flow log records". */
export function pageName(source: string): string {
  const [address = source, anchor] = source.split('#');
  const file =
    address
      .replace(/\/$/, '')
      .split('/')
      .at(-1)
      ?.replace(/\.html$/, '') ?? source;
  return (anchor ?? file).replaceAll(/[-_]/g, ' ');
}

export function SourceLink({ source, isSure }: { readonly source: string; readonly isSure: boolean }) {
  const { hostname } = new URL(source);
  const publisher = hostname.endsWith('amazon.com') || hostname.endsWith('repost.aws') ? 'AWS' : hostname;
  return (
    <span className="whitespace-nowrap text-[12px]">
      {' '}
      {!isSure && <span className="font-[550] text-infer">inferred · </span>}
      <a href={source} title={pageName(source)} className="text-accent underline">
        {isSure ? publisher : `compare ${publisher}`}
        <span className="sr-only">: {pageName(source)}</span>
      </a>
    </span>
  );
}
