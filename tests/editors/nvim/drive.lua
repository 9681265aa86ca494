-- Drives a real Neovim (0.11 or newer) with editors/nvim/example.lua as its init.lua.
--   nvim --clean -l drive.lua SERVER OUT_DIR
-- This process is the driver. It starts a second Neovim and talks to it by RPC, so that insert mode,
-- the popup menu and floating windows run as in a terminal: within one process `feedkeys` would not do.
-- The screens go to OUT_DIR.
local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local server, out = arg[1], arg[2]
assert(server and out, 'usage: nvim --clean -l drive.lua SERVER OUT_DIR')

local function read(path) return table.concat(vim.fn.readfile(path), '\n') end
local expected = vim.json.decode(read(here .. '/../expected.json'))
local WAIT_MS = 10000

local passed, failed = 0, 0
local function check(name, ok, seen)
  if ok then passed = passed + 1 else failed = failed + 1 end
  local tail = (not ok and seen ~= nil) and ('\n' .. (type(seen) == 'string' and seen or vim.inspect(seen))) or ''
  io.stdout:write(('%s - %s%s\n'):format(ok and 'ok' or 'NOT OK', name, tail))
  return ok
end

-- The user's side: the server on PATH by its name, a folder with a draft, settings of its own.
local work = vim.fn.tempname()
for _, folder in ipairs({ 'bin', 'draft', 'xdg' }) do vim.fn.mkdir(work .. '/' .. folder, 'p') end
vim.uv.fs_symlink(server, work .. '/bin/viendan')
vim.uv.fs_copyfile(here .. '/../draft.md', work .. '/draft/draft.md')
vim.fn.writefile({}, work .. '/draft/viendan.toml')
local environment = { PATH = work .. '/bin:' .. vim.env.PATH, NVIM_LOG_FILE = work .. '/nvim.log' }
for _, kind in ipairs({ 'CONFIG', 'DATA', 'STATE', 'CACHE' }) do
  environment['XDG_' .. kind .. '_HOME'] = work .. '/xdg'
end
local init = vim.fs.normalize(here .. '/../../../editors/nvim/example.lua')
local nvim = vim.fn.jobstart(
  { vim.v.progpath, '--embed', '--headless', '-i', 'NONE', '-n', '-u', init, 'draft.md' },
  { rpc = true, cwd = work .. '/draft', env = environment }
)
assert(nvim > 0, 'the second Neovim does not start')

local function request(method, ...)
  -- After an error at start Neovim stands at its "Press ENTER" prompt, where a request waits for ever;
  -- nvim_get_mode alone always answers.
  if vim.rpcrequest(nvim, 'nvim_get_mode').blocking then error('Neovim waits at a prompt', 0) end
  return vim.rpcrequest(nvim, method, ...)
end
local function lua(code, ...) return request('nvim_exec_lua', code, { ... }) end
local function keys(text) request('nvim_input', text) end
local function wait(condition) return (vim.wait(WAIT_MS, condition, 20)) end
local function screen()
  return lua([[
    vim.cmd.redraw()
    local rows = {}
    for row = 1, vim.o.lines do
      local cells = {}
      for column = 1, vim.o.columns do cells[column] = vim.fn.screenstring(row, column) end
      rows[row] = table.concat(cells):gsub('%s+$', '')
    end
    return table.concat(rows, '\n')]])
end
local function keep(name) vim.fn.writefile(vim.split(screen(), '\n'), out .. '/nvim-' .. name .. '.txt') end
local function shows(text) return function() return screen():find(text, 1, true) ~= nil end end

local function diagnostic()
  local want = expected.diagnostic
  local function found()
    return vim.tbl_filter(function(d) return d.code == want.code end, lua('return vim.diagnostic.get(0)'))
  end
  wait(function() return #found() > 0 end)
  check('one diagnostic with the code', #found() == 1, lua('return vim.diagnostic.get(0)'))
  local d = found()[1]
  if not d then return end
  local line = lua('return vim.api.nvim_buf_get_lines(0, ...)', want.line, want.line + 1, true)[1]
  -- Columns are bytes here, whatever the position encoding on the wire.
  check('diagnostic at its place', d.lnum == want.line and d.end_lnum == want.line
    and vim.tbl_contains(want.texts, line:sub(d.col + 1, d.end_col)), d)
  check('diagnostic names its source', d.source == want.source, d)
  check('diagnostic on the screen', wait(shows(vim.fn.strcharpart(d.message, 0, 12))), screen())
  keep('diagnostic')
end

local function hover()
  local window = [[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      end
    end
    return '']]
  keys('gg/' .. expected.hover.on .. '<CR>K')
  wait(function() return lua(window) ~= '' end)
  local card = lua(window)
  for _, text in ipairs(expected.hover.contains) do
    check('hover says ' .. text, card:find(text, 1, true), card)
  end
  keep('hover')
  keys('<Esc>l') -- moving the cursor closes it
end

local function completion(want)
  keys('Go' .. want.typed .. (want.asked and '<C-x><C-o>' or ''))
  local items = {}
  local function position()
    for index, item in ipairs(items) do
      if item.abbr == want.label or item.word == want.label then return index - 1 end
    end
  end
  wait(function()
    items = lua("return vim.fn.pumvisible() == 1 and vim.fn.complete_info({ 'items' }).items or {}")
    return position()
  end)
  local how = want.asked and ' when asked' or ' while typing'
  if not check('completion offers ' .. want.label .. how, position(), items) then return keys('<Esc>') end
  keep('completion-' .. (want.asked and 'asked' or 'typed'))
  local function selected() return lua("return vim.fn.complete_info({ 'selected' }).selected") end
  for _ = 1, #items do
    if selected() == position() then break end
    local before = selected()
    keys('<Down>')
    wait(function() return selected() ~= before end)
  end
  keys('<C-y><Esc>')
  local function line() return lua('return vim.api.nvim_get_current_line()') end
  check('completion taken: ' .. want.line, wait(function() return line() == want.line end), line())
end

local function main()
  local attached = wait(function()
    return lua("local c = vim.lsp.get_clients({ bufnr = 0, name = 'viendan' })[1]; return c and c.initialized or false")
  end)
  if not check('server attached', attached, lua('return vim.bo.filetype')) then return end
  check('root is the folder with viendan.toml',
    lua("return vim.uv.fs_realpath(vim.lsp.get_clients({ bufnr = 0 })[1].root_dir)") == vim.uv.fs_realpath(work .. '/draft'))
  diagnostic()
  hover()
  for _, want in ipairs(expected.completions) do completion(want) end
  lua("vim.lsp.enable('viendan', false); for _, client in ipairs(vim.lsp.get_clients()) do client:stop() end")
  check('server stops when asked', wait(function() return lua('return #vim.lsp.get_clients()') == 0 end))
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then check('the script ran through', false, problem) end
if failed > 0 then
  local log = work .. '/xdg/nvim/lsp.log'
  if vim.uv.fs_stat(log) then vim.uv.fs_copyfile(log, out .. '/nvim-lsp.log') end
end
pcall(vim.rpcnotify, nvim, 'nvim_command', 'qall!')
vim.fn.jobwait({ nvim }, 2000)
vim.fn.jobstop(nvim)
vim.fn.delete(work, 'rf')
-- Without this line the end was not reached: at an early end of its input Neovim leaves with status 0.
io.stdout:write(('nvim: %d passed, %d failed\n'):format(passed, failed))
os.exit(failed == 0 and 0 or 1)
