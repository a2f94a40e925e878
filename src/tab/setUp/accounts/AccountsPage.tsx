import { Columns } from '../../appearance/Columns.tsx';
import { useWords } from '../../language/language.ts';
import { SetUpPart } from '../SetUpPart.tsx';
import { AccountsPanel } from './AccountsPanel.tsx';
import { SignInPanel } from './SignInPanel.tsx';

/** The accounts by which Teams tells of a changed status at once (DEC-17, AHB-30..34). */
export default function AccountsPage() {
  const say = useWords();
  return (
    <SetUpPart heading={say('account.heading')} intro={say('account.intro')}>
      <Columns>
        <AccountsPanel />
        <SignInPanel />
      </Columns>
    </SetUpPart>
  );
}
