import { createRoot } from 'react-dom/client';
import { Desk } from './desk/Desk.tsx';
import { forgetOldDrafts } from './drafts/draftStore.ts';
import './desk/desk.css';

forgetOldDrafts(localStorage, Date.now());

const root = document.getElementById('root');
if (root) createRoot(root).render(<Desk />);
