// A mail server that takes everything at once and keeps only who, which letter and when.
//
//   node sink.mjs <port> <file>
//
// One line of JSON for each mail, in the file before the 250 is on its way:
//   {"t": milliseconds since 1970, "to": recipient, "id": Message-ID, "bytes": size}
import fs from "node:fs";
import net from "node:net";
import { performance } from "node:perf_hooks";

const [port, path] = [Number(process.argv[2]), process.argv[3]];
const taken = fs.openSync(path, "a");
const END = Buffer.from("\r\n.\r\n");
const MESSAGE_ID = /^Message-ID:\s*<([^>]+)>/im;

function keep(recipients, content) {
  const head = content.subarray(0, 4096).toString("latin1");
  const id = MESSAGE_ID.exec(head)?.[1] ?? "";
  const t = performance.timeOrigin + performance.now();
  const lines = recipients.map((to) => JSON.stringify({ t, to, id, bytes: content.length }) + "\n");
  fs.writeSync(taken, lines.join(""));
}

net
  .createServer((socket) => {
    let waiting = Buffer.alloc(0);
    let recipients = [];
    let body = false;
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.write("220 sink ESMTP\r\n");
    socket.on("data", (chunk) => {
      waiting = waiting.length ? Buffer.concat([waiting, chunk]) : chunk;
      const answers = [];
      for (;;) {
        const end = waiting.indexOf(body ? END : "\r\n");
        if (end < 0) break;
        const said = waiting.subarray(0, end);
        waiting = waiting.subarray(end + (body ? END.length : 2));
        if (body) {
          keep(recipients, said);
          body = false;
          recipients = [];
          answers.push("250 2.0.0 taken\r\n");
          continue;
        }
        const line = said.toString("latin1");
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === "EHLO") answers.push("250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n");
        else if (verb === "RCPT") {
          recipients.push(line.slice(line.indexOf("<") + 1, line.indexOf(">")));
          answers.push("250 2.1.5 ok\r\n");
        } else if (verb === "DATA") {
          body = true;
          answers.push("354 go on\r\n");
        } else if (verb === "QUIT") {
          socket.end(answers.join("") + "221 2.0.0 bye\r\n");
          return;
        } else {
          if (verb === "MAIL" || verb === "RSET") recipients = [];
          answers.push("250 2.0.0 ok\r\n");
        }
      }
      if (answers.length) socket.write(answers.join(""));
    });
  })
  .listen(port, "127.0.0.1");
