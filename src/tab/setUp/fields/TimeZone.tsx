import type { Setting } from '../editing/setting.ts';
import { TextField } from './TextField.tsx';

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** An IANA name; the browser knows which there are, the server decides. */
export function TimeZone({ setting }: { readonly setting: Setting<string> }) {
  return <TextField setting={setting} suggestions={ZONES} placeholder="Europe/Zurich" />;
}
