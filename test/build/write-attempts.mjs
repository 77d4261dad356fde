// Loaded before a Node program: writes down what it connects to and looks up, and is loaded by those it starts too.
import { appendFileSync } from 'node:fs';
import children from 'node:child_process';
import dns from 'node:dns';
import net from 'node:net';
import { syncBuiltinESMExports } from 'node:module';

const { ATTEMPTS, NODE_OPTIONS } = process.env;

function note(line) {
  appendFileSync(ATTEMPTS, `${line}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const { port, host } = typeof first === 'object' ? first : { port: first, host: second };
  // A path is a pipe, which stays on the machine
  if (port !== undefined && port !== null) note(`connect ${host ?? 'localhost'}:${port}`);
  return connect.apply(this, given);
};

const { lookup } = dns;
dns.lookup = (name, ...rest) => {
  note(`lookup ${name}`);
  return lookup(name, ...rest);
};

const { spawn } = children;
children.spawn = (program, args, options) =>
  spawn(program, args, { ...options, env: { ...(options?.env ?? process.env), ATTEMPTS, NODE_OPTIONS } });
syncBuiltinESMExports();
