import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons';
import { useState, type FormEvent } from 'react';
import { Hint } from '../appearance/Hint.tsx';
import { useWords } from '../language/language.ts';
import { control } from '../world/control.ts';
import { useAct } from '../world/useAct.tsx';
import { useWorld } from '../world/WorldProvider.tsx';
import { readableNumber } from '../world/callsOf.ts';
import { freeNumber } from './callWords.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px' },
  services: { display: 'grid', gap: '6px' },
  service: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  serviceWords: { display: 'grid' },
  phone: { color: tokens.colorNeutralForeground3 },
});

/** E.164: the form in which telephone networks pass numbers. */
const internationalNumber = /^\+[1-9]\d{6,14}$/;

/** Who calls and which service; `onDialled` receives the id of the call. */
export function DialForm({ onDialled }: { readonly onDialled: (callId: string) => void }) {
  const styles = useStyles();
  const say = useWords();
  const act = useAct();
  const { services, calls } = useWorld();
  const [from, setFrom] = useState(() => freeNumber(calls));
  const [chosen, choose] = useState(services[0]?.phone ?? '');
  const wellFormed = internationalNumber.test(from.replaceAll(' ', ''));

  if (services.length === 0) {
    return <Hint heading={say('telephone.noServices')} mend={say('telephone.recentNoneMend')} />;
  }

  const dial = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!wellFormed) return;
    const caller = from.replaceAll(' ', '');
    const dialled = control.dial(caller, chosen);
    if (!(await act(dialled))) return;
    onDialled((await dialled).id);
    // Whoever is called back shall have the time to pick up.
    await act(control.answerByHand(caller));
  };

  return (
    <form className={styles.form} onSubmit={(event) => void dial(event)}>
      <Field
        label={say('telephone.yourNumber')}
        {...(wellFormed ? {} : { validationMessage: say('telephone.yourNumberRule') })}
      >
        <Input type="tel" value={from} onChange={(_, data) => setFrom(data.value)} />
      </Field>
      <Field label={say('telephone.service')}>
        <RadioGroup
          className={styles.services}
          value={chosen}
          onChange={(_, data) => choose(data.value)}
        >
          {services.map((service) => (
            <Radio
              key={service.phone}
              className={styles.service}
              value={service.phone}
              label={
                <span className={styles.serviceWords}>
                  <Text weight="semibold">{service.name}</Text>
                  <Text size={200} className={styles.phone}>
                    {readableNumber(service.phone)}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Button type="submit" appearance="primary" size="large" icon={<CallRegular />}>
        {say('telephone.dial')}
      </Button>
    </form>
  );
}
