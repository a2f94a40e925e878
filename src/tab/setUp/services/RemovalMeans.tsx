import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Answered } from '../../appearance/Answered.tsx';
import { useWords } from '../../language/language.ts';
import { useService } from '../../stream/queries.ts';
import type { ServiceForm } from '../editing/form.ts';
import { Told } from '../editing/Told.tsx';
import { useFieldWords } from '../editing/useFieldWords.ts';
import { liveCalls, type LiveCalls } from './removal.ts';

const useStyles = makeStyles({
  calls: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** What becomes of the calls that there are, and of those that come later. */
export function CallsOfRemoved({ serviceId }: { readonly serviceId: string }) {
  const say = useWords();
  const service = useService(serviceId);
  return (
    <>
      <Text>{say('removal.means')}</Text>
      <Answered query={service}>{({ queue }) => <Calls calls={liveCalls(queue)} />}</Answered>
    </>
  );
}

function Calls({ calls }: { readonly calls: LiveCalls }) {
  const styles = useStyles();
  const say = useWords();
  const { waiting, callBacks, served } = calls;
  if (waiting + callBacks + served === 0) return <Text>{say('removal.idle')}</Text>;
  return (
    <>
      <ul className={styles.calls}>
        {waiting > 0 && <li>{say('removal.waiting', { count: waiting })}</li>}
        {callBacks > 0 && <li>{say('removal.callBacks', { count: callBacks })}</li>}
        {served > 0 && <li>{say('removal.served', { count: served })}</li>}
      </ul>
      {waiting + callBacks > 0 && <Text>{say('removal.mend')}</Text>}
    </>
  );
}

type OverflowsHereProps = {
  readonly name: string;
  /** Such as `services[4].queue.whenNobody`. */
  readonly fields: readonly string[];
  readonly services: readonly ServiceForm[];
};

/** Other services send calls here: that has to change first. */
export function OverflowsHere({ name, fields, services }: OverflowsHereProps) {
  const say = useWords();
  const fieldWords = useFieldWords();
  const placeOf = (field: string): string => {
    const [, index = '', path = field] = /^services\[(\d+)\]\.(.+)$/.exec(field) ?? [];
    return [services[Number(index)]?.name ?? '', fieldWords(path)].join(' › ');
  };
  const rule = say('removal.overflows', { name });
  const mend = say('removal.overflowsMend');
  return (
    <Told
      intent="error"
      title={say('removal.notYet')}
      told={fields.map((field) => ({ field, rule, mend }))}
      nameOf={placeOf}
    />
  );
}
