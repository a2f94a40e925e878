import { Text } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '../language/language.ts';
import type { CardAction } from '../world/control.ts';
import type { CardJson } from '../world/wire.ts';
import { renderCard } from './cardHost.ts';
import './card.css';

type CardProps = {
  readonly json: CardJson;
  readonly onAction: (action: CardAction) => void;
};

/** An Adaptive Card; rendered again only when its content is another one. */
export function Card({ json, onAction }: CardProps) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  const act = useEffectEvent(onAction);
  const content = JSON.stringify(json);

  useEffect(() => {
    const rendered = renderCard(JSON.parse(content) as CardJson, (action) => act(action));
    setBroken(rendered === null);
    place.current?.replaceChildren(...(rendered === null ? [] : [rendered]));
  }, [content]);

  return (
    <>
      {broken && <Text italic>{say('chat.cardBroken')}</Text>}
      <div ref={place} className="bot-card" />
    </>
  );
}
