/** The store: journal, snapshots, people, notes and read tables on an embedded database. */
export { FolderInUse } from './folderLock.ts';
export { openStore, type StoreOptions } from './openStore.ts';
