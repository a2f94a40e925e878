import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from './language/language.ts';
import { Page } from './Page.tsx';
import { initialViewer } from './viewer/viewer.ts';
import { openChangeFeed } from './world/changeFeed.ts';
import './page.css';

const place = document.getElementById('page');
if (place === null) throw new Error('index.html has no element with the id "page".');

const viewer = initialViewer(new URL(location.href));
await startLanguages(viewer.language);

createRoot(place).render(
  <StrictMode>
    <Page initialViewer={viewer} changes={openChangeFeed('/page/events')} />
  </StrictMode>,
);
