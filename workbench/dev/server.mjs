// Serves the page from `dist/` and answers its questions with made-up leads, to look at everything without the program.
// It reads points, bars and windows out of the text of known lines, so that an edit changes the figures; it is no second
// implementation of the language.
//
//     node dev/server.mjs [--leads 10000] [--port 0] [--outcome] [--start]

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Program } from "./program.mjs";

const { values: options } = parseArgs({
  options: {
    leads: { type: "string", default: "10000" },
    port: { type: "string", default: "0" },
    outcome: { type: "boolean", default: false },
    start: { type: "boolean", default: false },
  },
});
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const token = randomBytes(32).toString("hex");
const nonce = randomBytes(16).toString("base64");
const program = new Program({ leads: Number(options.leads), hasOutcome: options.outcome, isOpen: !options.start });

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
const HEADERS = {
  "Content-Security-Policy": `default-src 'self'; style-src 'self' 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};

const server = createServer(async (request, response) => {
  try {
    await (request.url.startsWith("/api/") ? answer(request, response) : asset(request, response));
  } catch (error) {
    if (!response.headersSent)
      response.writeHead(error.status ?? 500, { ...HEADERS, "Content-Type": "application/json" });
    response.end(JSON.stringify({ message: error.message }));
  }
});
server.listen(Number(options.port), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/#${token}`);
});

async function asset(request, response) {
  const name = request.url === "/" ? "index.html" : request.url.slice(1).replace(/[^a-z.]/g, "");
  let body = await readFile(dist + name).catch(() => null);
  if (body === null) {
    response.writeHead(404, HEADERS).end();
    return;
  }
  if (name === "index.html") body = body.toString().replace("__NONCE__", nonce);
  response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[name.split(".").at(-1)] }).end(body);
}

async function answer(request, response) {
  if (request.headers.authorization !== `Bearer ${token}`)
    throw Object.assign(new Error("The token is missing or wrong."), { status: 401 });
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const what = request.url.slice("/api/".length);
  if (what === "open") {
    send(response, program.open(body.toString("latin1")));
    return;
  }
  const asked = body.length === 0 ? {} : JSON.parse(body.toString());
  if (what === "run") {
    response.writeHead(200, { ...HEADERS, "Content-Type": "application/x-ndjson" });
    for await (const line of program.run(asked)) {
      if (response.destroyed) return;
      response.write(`${JSON.stringify(line)}\n`);
    }
    response.end();
    return;
  }
  if (what === "list") {
    response.writeHead(200, {
      ...HEADERS,
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
    response.end(Buffer.from("made up"));
    return;
  }
  if (typeof program[what] !== "function") throw Object.assign(new Error(`Nothing answers ${what}.`), { status: 404 });
  send(response, await program[what](asked));
}

function send(response, value) {
  response.writeHead(200, { ...HEADERS, "Content-Type": "application/json" }).end(JSON.stringify(value));
}
