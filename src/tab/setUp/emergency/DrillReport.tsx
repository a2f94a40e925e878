import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { DrillShown } from '@rufwerk/engine/api';
import { TroubleBar } from '../../appearance/TroubleBar.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.ts';
import { useSession } from '../../session/SessionContext.ts';
import { useCommand } from '../../session/useCommand.ts';
import { saveFile } from './saveFile.ts';

/** The signed report of a drill as a file; while the drill runs there is none yet. */
export function DrillReport({ drill }: { readonly drill: DrillShown }) {
  const say = useWords();
  const { dayAndTime } = useFormats();
  const { api } = useSession();
  const { id, agent, startedAt, finishedAt } = drill;
  const download = useCommand<null>(async () => {
    saveFile(await api.drillReport(id), `drill-${startedAt.slice(0, 10)}-${id}.json`);
  }, []);
  const name = agent.name || say('page.unknownPerson');
  return (
    <>
      <Button
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={download.isBusy || finishedAt === null}
        aria-label={say('emergencySetUp.downloadOf', {
          name,
          time: dayAndTime(Date.parse(startedAt)),
        })}
        onClick={() => download.run(null)}
      >
        {say('emergencySetUp.download')}
      </Button>
      {download.trouble !== null && (
        <TroubleBar trouble={download.trouble} onDismiss={download.dismiss} />
      )}
    </>
  );
}
