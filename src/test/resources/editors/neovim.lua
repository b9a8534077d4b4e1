-- Repairs the schedule in the environment's SCHEDULE with what the server offers, and saves it.
-- Run by a test: nvim --headless --clean -n -c "luafile neovim.lua". SERVER is its command line,
-- one word a line. Exit code 0 means that the server finds nothing wrong any more.
local patience = 60000

local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit 1')
end

local function findings(buffer)
  return vim.diagnostic.get(buffer)
end

local function code(finding)
  local lsp = (finding.user_data or {}).lsp or {}
  return finding.code or lsp.code
end

vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('SCHEDULE')))
local buffer = vim.api.nvim_get_current_buf()
local published = 0
local client_id = vim.lsp.start_client({
  name = 'schedulec',
  cmd = vim.split(os.getenv('SERVER'), '\n'),
  root_dir = vim.fn.fnamemodify(os.getenv('SCHEDULE'), ':h'),
  handlers = {
    ['textDocument/publishDiagnostics'] = function(...)
      published = published + 1
      return vim.lsp.handlers['textDocument/publishDiagnostics'](...)
    end,
  },
})
if not client_id then
  fail('the server did not start')
end
vim.lsp.buf_attach_client(buffer, client_id)

if not vim.wait(patience, function() return #findings(buffer) > 0 end, 20) then
  fail('no findings were published')
end
local finding = findings(buffer)[1]
if code(finding) ~= os.getenv('EXPECTED') then
  fail('expected another finding: ' .. vim.inspect(finding))
end

local client = vim.lsp.get_client_by_id(client_id)
local params = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = {
    start = { line = finding.lnum, character = finding.col },
    ['end'] = { line = finding.end_lnum, character = finding.end_col },
  },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, patience)
local action = answers and answers[client_id] and (answers[client_id].result or {})[1]
if not action then
  fail('no action was offered: ' .. vim.inspect(answers))
end

local before = published
vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
local clean = function() return published > before and #findings(buffer) == 0 end
if not vim.wait(patience, clean, 20) then
  fail('still wrong: ' .. vim.inspect(findings(buffer)))
end
vim.cmd('write')
client.stop()
if not vim.wait(patience, function() return client.is_stopped() end, 20) then
  fail('the server did not end')
end
vim.cmd('qall!')
