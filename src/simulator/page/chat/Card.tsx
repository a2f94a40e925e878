import { Text } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '../language/language.ts';
import type { CardJson } from '../world/wire.ts';
import { renderCard, type CardEvents } from './cardHost.ts';
import './card.css';

type CardProps = CardEvents & { readonly json: CardJson };

/** An Adaptive Card; rendered again only when its content is another one. */
export function Card({ json, onAction, onLink }: CardProps) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  const act = useEffectEvent(onAction);
  const follow = useEffectEvent(onLink);
  const content = JSON.stringify(json);

  useEffect(() => {
    const rendered = renderCard(JSON.parse(content) as CardJson, {
      onAction: (action) => act(action),
      onLink: (url) => follow(url),
    });
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
