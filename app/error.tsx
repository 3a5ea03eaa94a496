'use client';
import { Message } from '@/components/ui/message';

export default function ErrorPage() {
  return (
    <Message
      title="Something went wrong on our side"
      text="This page could not be made. Nothing of yours is lost; another case will most likely work."
      href="/"
      action="Open another case"
    />
  );
}
