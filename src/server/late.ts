/** What adapters ask of the runtime, which is started with them as its performers. */
import type { BotOptions, EmergencyPorts } from '@rufwerk/bot';
import { emergencyViewById, emergencyViews, serviceView } from '@rufwerk/engine/core';
import type { TenantRuntime } from '@rufwerk/engine/runtime';
import type { ConfigurationInForce, InForce } from './configuration/inForce.ts';

const nothingInForce: InForce = { version: 0, configuration: null, groups: new Map() };

/** Filled once both are here. */
export class Late {
  #configuration: ConfigurationInForce | null = null;
  #tellFilled: (runtime: TenantRuntime) => void = () => undefined;
  /** A card that a restart found open is driven before the runtime is here: it waits. */
  readonly #runtime = new Promise<TenantRuntime>((resolve) => {
    this.#tellFilled = resolve;
  });

  fill(runtime: TenantRuntime, configuration: ConfigurationInForce): void {
    this.#configuration = configuration;
    this.#tellFilled(runtime);
  }

  inForce(): InForce {
    return this.#configuration?.current() ?? nothingInForce;
  }

  serviceName: BotOptions['serviceName'] = async (serviceId) => {
    await this.#runtime;
    const { services = [] } = this.inForce().configuration ?? {};
    return services.find(({ id }) => id === serviceId)?.name ?? serviceId;
  };

  explain: BotOptions['explain'] = async (decision) => {
    const runtime = await this.#runtime;
    const explanation = await runtime.explain(decision.decisionId);
    return explanation.ok ? explanation.record : null;
  };

  services: BotOptions['services'] = async (visible) => {
    const runtime = await this.#runtime;
    return runtime.read((state, at) =>
      [...state.services.keys()]
        .filter((id) => visible === 'all' || visible.has(id))
        .flatMap((id) => serviceView(state, id, at) ?? []),
    );
  };
  readonly emergencies: Pick<EmergencyPorts, 'submit' | 'byId' | 'underWay'> = {
    submit: async (input) => (await this.#runtime).submit(input),
    byId: async (emergencyId) =>
      (await this.#runtime).read((state) => emergencyViewById(state, emergencyId)),
    underWay: async () => (await this.#runtime).read((state) => emergencyViews(state)),
  };
}
