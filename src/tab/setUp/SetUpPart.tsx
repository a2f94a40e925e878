import type { ReactNode } from 'react';
import { useWords } from '../language/language.ts';
import { Page } from '../shell/Page.tsx';
import { AdministratorsOnly } from './AdministratorsOnly.tsx';

type SetUpPartProps = {
  readonly heading: string;
  readonly intro: string;
  readonly children: ReactNode;
};

/** A page below Set-up: for administrators, with the way back. */
export function SetUpPart({ heading, intro, children }: SetUpPartProps) {
  const say = useWords();
  return (
    <Page
      heading={heading}
      intro={intro}
      back={{ to: { page: 'set-up' }, name: say('page.setUp') }}
    >
      <AdministratorsOnly>{children}</AdministratorsOnly>
    </Page>
  );
}
