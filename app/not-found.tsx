import { Message } from '@/components/ui/message';

export default function NotFound() {
  return (
    <Message
      title="There is no such page"
      text="A case has a link like /case/reflection-ssh~ and a few letters or digits."
      href="/"
      action="Open a case"
    />
  );
}
