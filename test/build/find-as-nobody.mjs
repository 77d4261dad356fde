// Prints what is said about the drafts of a folder to somebody who is not root, whom no permission stops.
import { findDrafts } from '../../dist/build/find-drafts.js';
import { readSource } from '../../dist/build/read-source.js';

const NOBODY = 65534;

// After the imports: nobody may be kept from our own files too
if (process.getuid() === 0) {
  process.setgroups([]);
  process.setgid(NOBODY);
  process.setuid(NOBODY);
}
const { value, messages } = await findDrafts([], process.argv[2]);
const read = await Promise.all(value.map(readSource));
const all = [...messages, ...read.flatMap((one) => one.messages)];
console.log(JSON.stringify(all.map(({ rule, reason }) => `${rule}: ${reason}`)));
