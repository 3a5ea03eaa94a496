/** A line that runs into a gate, with one accent dot. */
export function Logo() {
  return (
    <svg
      width="30"
      height="20"
      viewBox="0 0 30 20"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M1.5 10h7M14 2.5v2.6M14 14.9v2.6M22 2.5h4.2v15H22" className="stroke-current" />
      <circle cx="14" cy="10" r="3" className="fill-accent" />
    </svg>
  );
}
