/** What no page may ever see: a path that does not decode is no page, and Next would answer it with a bare 500. */
import { type NextRequest, NextResponse } from 'next/server';

export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  try {
    decodeURIComponent(pathname);
    return NextResponse.next();
  } catch {
    return NextResponse.rewrite(new URL('/no-such-page', request.url));
  }
}

/** Next's own files have plain names. */
export const config = { matcher: '/((?!_next/).*)' };
