/** What the bot asks of the runtime, which is started with the bot as one of its performers. */
import type { BotOptions } from '@rufwerk/bot';
import { serviceView } from '@rufwerk/engine/core';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { ConfigurationInForce, InForce } from './configuration/inForce.ts';

const nothingInForce: InForce = { version: 0, configuration: null, groups: new Map() };

/** Filled once both are here. */
export class Late {
  #runtime: TenantRuntime | null = null;
  #configuration: ConfigurationInForce | null = null;
  #tellFilled: () => void = () => undefined;
  /** A card that a restart found open is driven before the runtime is here: it waits. */
  readonly #filled = new Promise<void>((resolve) => {
    this.#tellFilled = resolve;
  });

  fill(runtime: TenantRuntime, configuration: ConfigurationInForce): void {
    this.#runtime = runtime;
    this.#configuration = configuration;
    this.#tellFilled();
  }

  inForce(): InForce {
    return this.#configuration?.current() ?? nothingInForce;
  }

  serviceName: BotOptions['serviceName'] = async (serviceId) => {
    await this.#filled;
    const { services = [] } = this.inForce().configuration ?? {};
    return services.find(({ id }) => id === serviceId)?.name ?? serviceId;
  };

  explain: BotOptions['explain'] = async (decision) => {
    await this.#filled;
    const explanation = await this.#runtime?.explain(decision.decisionId);
    return explanation?.ok === true ? explanation.record : null;
  };

  services: BotOptions['services'] = async (visible) => {
    await this.#filled;
    if (this.#runtime === null) return [];
    return this.#runtime.read((state, at) =>
      [...state.services.keys()]
        .filter((id) => visible === 'all' || visible.has(id))
        .flatMap((id) => serviceView(state, id, at) ?? []),
    );
  };
}
