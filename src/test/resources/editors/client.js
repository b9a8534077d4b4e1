// Repairs the schedule in the environment's SCHEDULE with what the server offers, and saves it.
// Run by a test: node client.js. SERVER is the server's command line, one word a line. Exit code 0
// means that the server finds nothing wrong any more and ended when it was told to.
const { spawn } = require('child_process');
const fs = require('fs');
const { pathToFileURL } = require('url');
const {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  InitializeRequest,
  InitializedNotification,
  DidOpenTextDocumentNotification,
  DidChangeTextDocumentNotification,
  PublishDiagnosticsNotification,
  CodeActionRequest,
  ShutdownRequest,
  ExitNotification,
} = require('vscode-languageserver-protocol/node');

function offset(text, position) {
  const lines = text.split('\n');
  let at = 0;
  for (let line = 0; line < position.line; line++) {
    at += lines[line].length + 1;
  }
  return at + position.character;
}

function apply(text, edits) {
  let result = text;
  for (const edit of [...edits].reverse()) {
    const start = offset(text, edit.range.start);
    const end = offset(text, edit.range.end);
    result = result.slice(0, start) + edit.newText + result.slice(end);
  }
  return result;
}

async function main() {
  const schedule = process.env.SCHEDULE;
  const uri = pathToFileURL(schedule).toString();
  const text = fs.readFileSync(schedule, 'utf8');
  const [command, ...args] = process.env.SERVER.split('\n');
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.on('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin));
  const waiting = new Map();
  const published = (version) => new Promise((resolve) => waiting.set(version, resolve));
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    waiting.get(params.version)?.(params.diagnostics);
  });
  connection.listen();

  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  });
  if (capabilities.positionEncoding !== 'utf-16') {
    throw new Error('columns in ' + capabilities.positionEncoding);
  }
  await connection.sendNotification(InitializedNotification.type, {});

  const first = published(1);
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  const [finding] = await first;
  if (finding?.code !== process.env.EXPECTED) {
    throw new Error('expected another finding: ' + JSON.stringify(finding));
  }

  const [action] = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: finding.range,
    context: { diagnostics: [finding] },
  });
  const [change] = action.edit.documentChanges;
  if (change.textDocument.version !== 1) {
    throw new Error('an edit of version ' + change.textDocument.version);
  }

  const second = published(2);
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    // The last edit first, so that each is about the text it was made for.
    contentChanges: [...change.edits].reverse()
      .map((edit) => ({ range: edit.range, text: edit.newText })),
  });
  const rest = await second;
  if (rest.length > 0) {
    throw new Error('still wrong: ' + JSON.stringify(rest));
  }
  fs.writeFileSync(schedule, apply(text, change.edits));

  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const code = await ended;
  if (code !== 0) {
    throw new Error('the server ended with ' + code);
  }
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
