import type { ServiceContent } from '../editing/part.ts';
import type { Setting } from '../editing/setting.ts';

/** What each panel of a service is given: the whole service, to take its settings from. */
export type ServicePanelProps = { readonly form: Setting<ServiceContent> };
