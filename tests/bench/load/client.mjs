// Many keep-alive connections that send requests and time the answers. What to do comes as JSON on stdin:
//
//   {port, path, method, seconds, warm, connections | rate, heads: [[name, value]…][], bodies: [], key}
//
// With `connections` each sends its next request when the last was answered (closed loop); with `rate` so
// many are sent a second whatever the answers do (open loop, timed from when it ought to have been sent).
// `key` is what each request's Idempotency-Key begins with. A body, a head and a path (one of `paths`)
// are taken in turn. Out comes JSON: {done, seconds, statuses, ms: […], keys: [[key, head, sent_at]…]}.
import net from "node:net";
import { performance } from "node:perf_hooks";

const task = JSON.parse(await new Response(process.stdin).text());
const HEAD_END = Buffer.from("\r\n\r\n");
const paths = task.paths ?? [task.path];
const heads = task.heads.map((head) => head.map(([name, value]) => `${name}: ${value}\r\n`).join(""));
const bodies = (task.bodies ?? []).map((body) => Buffer.from(body));
const now = () => performance.timeOrigin + performance.now();
const found = { done: 0, statuses: {}, ms: [], keys: [] };
let number = 0;

function request() {
  const n = number++;
  const body = bodies.length ? bodies[n % bodies.length] : null;
  const key = task.key ? `${task.key}${String(n).padStart(8, "0")}` : null;
  const head =
    `${task.method} ${paths[n % paths.length]} HTTP/1.1\r\nHost: 127.0.0.1:${task.port}\r\n` +
    heads[n % heads.length] +
    (key ? `Idempotency-Key: ${key}\r\n` : "") +
    (body ? `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n` : "") +
    "\r\n";
  return { bytes: body ? Buffer.concat([Buffer.from(head), body]) : Buffer.from(head), key, head: n % heads.length };
}

class Connection {
  constructor() {
    this.socket = net.connect(task.port, "127.0.0.1");
    this.socket.setNoDelay(true);
    this.waiting = [];
    this.answer = null;
    this.socket.on("data", (chunk) => this.read(chunk));
    this.socket.on("error", () => this.fail());
    this.socket.on("close", () => this.fail());
  }
  send(bytes) {
    return new Promise((answer) => {
      this.answer = answer;
      this.socket.write(bytes);
    });
  }
  read(chunk) {
    this.waiting.push(chunk);
    const all = this.waiting.length === 1 ? chunk : Buffer.concat(this.waiting);
    const end = all.indexOf(HEAD_END);
    if (end < 0) return;
    const head = all.subarray(0, end).toString("latin1");
    const length = /^content-length: *(\d+)/im.exec(head);
    if (length) {
      if (all.length < end + 4 + Number(length[1])) return;
    } else if (!all.subarray(-5).equals(Buffer.from("0\r\n\r\n"))) return;
    this.waiting = [];
    this.settle(head.slice(9, 12));
  }
  fail() {
    this.dead = true;
    this.settle("broken");
  }
  settle(status) {
    const answer = this.answer;
    this.answer = null;
    answer?.(status);
  }
}

async function one(connection, due) {
  const { bytes, key, head } = request();
  const sent = due ?? now();
  const status = await connection.send(bytes);
  const answered = now();
  if (sent >= from && sent < until) {
    found.done += 1;
    found.statuses[status] = (found.statuses[status] ?? 0) + 1;
    found.ms.push(Math.round((answered - sent) * 1000) / 1000);
    if (key) found.keys.push([key, head, sent / 1000, status]);
  }
  return status;
}

async function closed(connection) {
  while (now() < until) if ((await one(connection)) === "broken") return;
}

async function open() {
  const idle = Array.from({ length: task.connections ?? 64 }, () => new Connection());
  const under = [];
  const step = 1000 / task.rate;
  for (let due = start; due < until; due += step) {
    const left = due - now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    // The server closes what has lain idle for a while.
    let connection = idle.pop();
    while (connection?.dead) connection = idle.pop();
    connection ??= new Connection();
    under.push(one(connection, due).then(() => idle.push(connection)));
  }
  await Promise.all(under);
}

const start = now() + 50;
const from = start + (task.warm ?? 0) * 1000;
const until = from + task.seconds * 1000;
if (task.rate) await open();
else await Promise.all(Array.from({ length: task.connections }, () => closed(new Connection())));
found.seconds = task.seconds;
process.stdout.write(JSON.stringify(found), () => process.exit(0));
