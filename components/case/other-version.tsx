/** Instead of a case whose link another version of the generator made. */
import { Message } from '../ui/message';

interface OtherVersionProps {
  /** undefined: the link names something that is no version. */
  readonly asked: string | undefined;
  readonly current: number;
  readonly href: string;
}

export function OtherVersion({ asked, current, href }: OtherVersionProps) {
  const made =
    asked === undefined
      ? 'Its link names no version of the generator'
      : `It was made by generator version ${asked}`;
  return (
    <Message
      title="This case has changed"
      text={`${made}; this server has ${current}. Open the nearest case of the same kind?`}
      href={href}
      action="Open the nearest case"
    />
  );
}
