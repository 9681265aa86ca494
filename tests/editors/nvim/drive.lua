-- Drives a real Neovim (0.11 or newer) with editors/nvim/example.lua as its init.lua.
--   nvim --clean -l drive.lua NVIM SERVER OUT_DIR
-- This process is the driver; neovim.lua is the second one. The screens go to OUT_DIR.
local here = vim.fs.dirname(vim.fs.abspath(arg[0]))
local tests = vim.fs.dirname(here)
local program, server, out = arg[1], arg[2], arg[3]
assert(program and server and out, 'usage: nvim --clean -l drive.lua NVIM SERVER OUT_DIR')

local expected = vim.json.decode(table.concat(vim.fn.readfile(tests .. '/expected.json'), '\n'))
local init = vim.fs.normalize(tests .. '/../../editors/nvim/example.lua')
local neovim = dofile(here .. '/neovim.lua')
local nvim = neovim.start(program, server, init, { tests .. '/draft.md', tests .. '/outline.md' })

local passed, failed = 0, 0
local function finish()
  nvim:stop()
  -- Without this line the end was not reached: at an early end of its input Neovim leaves with status 0.
  io.stdout:write(('nvim: %d passed, %d failed\n'):format(passed, failed))
  os.exit(failed == 0 and 0 or 1)
end
local function check(name, ok, seen)
  if ok then passed = passed + 1 else failed = failed + 1 end
  if not ok then neovim.wait_ms = 2000 end -- the rest is likely lost too
  local tail = (not ok and seen ~= nil) and ('\n' .. (type(seen) == 'string' and seen or vim.inspect(seen))) or ''
  io.stdout:write(('%s - %s%s\n'):format(ok and 'ok' or 'NOT OK', name, tail))
  if not ok and vim.env.STOP_AT_FIRST then finish() end
  return ok
end
local function keep(name) vim.fn.writefile(vim.split(nvim:screen(), '\n'), out .. '/nvim-' .. name .. '.txt') end

local function diagnostics(code)
  return vim.tbl_filter(function(d) return d.code == code end, nvim:lua('return vim.diagnostic.get(0)'))
end

local function diagnostic(want)
  nvim:wait(function() return #diagnostics(want.code) > 0 end)
  local found = diagnostics(want.code)
  if not check('one diagnostic with the code', #found == 1, nvim:lua('return vim.diagnostic.get(0)')) then return end
  local d, line = found[1], nvim:line(want.line)
  -- Columns are bytes here, whatever the position encoding on the wire.
  check('diagnostic at its place', d.lnum == want.line and d.end_lnum == want.line
    and vim.tbl_contains(want.texts, line:sub(d.col + 1, d.end_col)), d)
  check('diagnostic names its source', d.source == want.source, d)
  check('diagnostic on the screen', nvim:shows(vim.fn.strcharpart(d.message, 0, 12)), nvim:screen())
  -- Neovim's own text at the end of the line may be cut off: in full it stands under the line with the cursor.
  local under = '▪ ' .. vim.fn.strcharpart(d.message, 0, 40)
  check('no message under another line', not nvim:screen():find(under, 1, true), nvim:screen())
  nvim:keys('gg]d')
  check('message under the line with the cursor', nvim:shows(under, ('[%s]'):format(want.code)), nvim:screen())
  keep('diagnostic')
end

local function hover(want)
  nvim:keys('gg/' .. want.on .. '<CR>K')
  nvim:wait(function() return nvim:float() ~= '' end)
  local card = nvim:float()
  for _, text in ipairs(want.contains) do check('hover says ' .. text, card:find(text, 1, true), card) end
  keep('hover')
  nvim:keys('<Esc>l') -- moving the cursor closes it
end

local function position(want, items)
  for index, item in ipairs(items) do
    if item.abbr == want.label or item.word == want.label then return index - 1 end
  end
end

local function labels(items) return vim.tbl_map(function(item) return item.abbr end, items) end

--- Types in a line of its own; takes the item with the label; the line must be as wanted.
local function completion(how, want, name)
  nvim:keys('Go')
  nvim:type(want.typed)
  local items = {}
  nvim:wait(function()
    items = nvim:menu()
    return position(want, items)
  end)
  keep('completion-' .. name)
  if not check(('completion offers %s %s'):format(want.label, how), position(want, items), labels(items)) then
    nvim:keys('<Esc>')
    return
  end
  check(want.label .. ' is on the screen', nvim:shows(want.label), nvim:screen())
  local function selected() return nvim:lua("return vim.fn.complete_info({ 'selected' }).selected") end
  for _ = 1, #items do
    local before = selected()
    if before == position(want, items) then break end
    nvim:keys('<Down>')
    nvim:wait(function() return selected() ~= before end)
  end
  nvim:keys('<C-y><Esc>')
  local function is_wanted()
    local line = nvim:line()
    return want.line and line == want.line or want.begins and vim.startswith(line, want.begins)
  end
  check('completion taken: ' .. (want.line or want.begins), nvim:wait(is_wanted), nvim:line())
end

--- The list is there, and right, at every letter, and not only at the last.
local function growing_list(want)
  nvim:keys('Go')
  local begun = want.typed:sub(1, want.from)
  nvim:type(begun)
  for letter in want.typed:sub(want.from + 1):gmatch('.') do
    nvim:type(letter)
    begun = begun .. letter
    local there = nvim:wait(function() return position(want, nvim:menu()) ~= nil end)
    check(('the list after “%s” has %s'):format(begun, want.label), there, labels(nvim:menu()))
  end
  nvim:keys('<BS>')
  check('Backspace keeps the list', nvim:wait(function() return position(want, nvim:menu()) ~= nil end), labels(nvim:menu()))
  nvim:keys('<Esc>ddG')
end

--- In the middle of a line: what of the item stands behind the cursor already is not written twice.
local function in_the_middle(want)
  nvim:keys('Go' .. want.draft .. '<Esc>0/' .. want.before .. '<CR>i')
  nvim:type(want.typed)
  local there = nvim:wait(function() return position(want, nvim:menu()) == 0 end)
  check('completion in the middle of a line offers ' .. want.label, there, labels(nvim:menu()))
  nvim:keys('<C-y><Esc>')
  check('and writes nothing twice', nvim:wait(function() return nvim:line() == want.draft end), nvim:line())
end

--- Letters that a Telex keyboard replaces: what is found must be at the place in the text as it is then.
local function composed(want)
  nvim:keys('Go')
  nvim:type(want.typed)
  nvim:keys('<Esc>')
  local function found()
    local row = nvim:lua('return vim.fn.line(".") - 1')
    return vim.tbl_filter(function(d) return d.lnum == row end, diagnostics(want.code))
  end
  nvim:wait(function() return #found() == 1 end)
  local d = found()[1]
  local text = d and nvim:line():sub(d.col + 1, d.end_col)
  check('composed letters: finding at its place', text == want.text, found())
  check('composed letters: the draft is as typed', nvim:line() == want.line, nvim:line())
end

local function action(want)
  local d = diagnostics(want.code)[1]
  if not check('there is something to fix', d) then return end
  nvim:lua('vim.api.nvim_win_set_cursor(0, { ... })', d.lnum + 1, d.col)
  nvim:keys('gra')
  nvim:shows(want.title)
  local number = nvim:screen():match('(%d+): [^\n]*' .. vim.pesc(want.title))
  keep('action')
  if not check('code action offers ' .. want.title, number, nvim:screen()) then return nvim:keys('<Esc>') end
  nvim:keys(number .. '<CR>')
  check('code action applied', nvim:wait(function() return nvim:line(d.lnum) == want.line end), nvim:line(d.lnum))
  check('its finding is gone', nvim:wait(function() return #diagnostics(want.code) == 0 end), diagnostics(want.code))
end

local function outline(want)
  check('server attached to the second draft', nvim:open('outline.md'))
  check('inlay hint on the screen', nvim:shows(want.hint.after .. ' (' .. want.hint.text), nvim:screen())
  check('code lens on the screen', nvim:shows(want.lens.text), nvim:screen())
  keep('hints')

  nvim:keys('gg/^' .. want.lens.line .. '<CR>')
  nvim:lua('vim.lsp.codelens.run()')
  check('code lens lists the places', nvim:shows('[Location List]', want.lens.place), nvim:screen())
  nvim:keys(':lclose<CR>')

  nvim:keys('gg/^' .. want.lens.line .. '<CR>zc')
  local function closed() return nvim:lua('return { vim.fn.foldclosed("."), vim.fn.foldclosedend(".") }') end
  local fold = { want.fold[1] + 1, want.fold[2] + 1 }
  check('an article folds', nvim:wait(function() return vim.deep_equal(closed(), fold) end), closed())
  keep('fold')
  nvim:keys('zR')

  nvim:keys(':ViendanOutline<CR>')
  check('symbols are listed', nvim:shows('[Location List]', unpack(want.symbols)), nvim:screen())
  keep('symbols')
  nvim:keys(':lclose<CR>')

  nvim:keys(':ViendanCitations<CR>')
  check('instruments cited are listed', nvim:shows('[Location List]', unpack(want.cited)), nvim:screen())
  nvim:keys(':lclose<CR>')

  nvim:keys('gg/^' .. want.rename.on .. '<CR>grn')
  nvim:shows('New Name')
  nvim:keys('<C-u>' .. want.rename.to .. '<CR>')
  local function renamed()
    return vim.iter(want.rename.lines):all(function(line) return nvim:line(line[1]) == line[2] end)
  end
  check('renamed everywhere', nvim:wait(renamed), nvim:screen())
  keep('rename')
end

local function commands(want)
  nvim:keys('Go<CR>Theo<Esc>:ViendanSearch ' .. want.words .. '<CR>')
  nvim:wait(function() return nvim:screen():find('%d+: [^\n]*' .. vim.pesc(want.found)) end)
  local number = nvim:screen():match('(%d+): [^\n]*' .. vim.pesc(want.found))
  keep('search')
  if check('search of the catalogue finds ' .. want.found, number, nvim:screen()) then
    nvim:keys(number .. '<CR>')
    local cited = 'Theo ' .. want.cited
    check('its citation is inserted', nvim:wait(function() return nvim:line() == cited end), nvim:line())
  end

  nvim:keys(':ViendanDate ' .. want.date .. '<CR>')
  check('another date, other findings', nvim:wait(function() return #diagnostics(want.code) > 0 end),
    nvim:lua('return vim.diagnostic.get(0)'))
  nvim:keys(':ViendanCheckWorkspace<CR>')
  check('findings of all drafts are listed', nvim:shows('[Quickfix List]', 'outline.md|', 'kiểm tra 2 văn bản'), nvim:screen())
  nvim:keys(':cclose<CR>')
  local before = nvim:lua('return vim.lsp.get_clients()[1].id')
  nvim:keys(':ViendanRestart<CR>')
  local function restarted()
    local clients = nvim:lua('return vim.tbl_map(function(c) return c.initialized and c.id end, vim.lsp.get_clients())')
    return #clients == 1 and clients[1] and clients[1] ~= before
  end
  check('the server restarts', nvim:wait(restarted), nvim:screen())

  nvim:keys(':checkhealth viendan<CR>')
  nvim:shows('viendan:', 'utf-8')
  local report = table.concat(nvim:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)'), '\n')
  local _, good = report:gsub('OK', '')
  check('checkhealth is green', good >= 4 and not report:find('WARNING') and not report:find('ERROR'), report)
  keep('health')
  nvim:keys(':help viendan.txt<CR>')
  check('there is help', nvim:wait(function() return nvim:lua('return vim.bo.filetype') == 'help' end), nvim:screen())
end

local function main()
  if not check('server attached', nvim:open('draft.md'), nvim:lua('return vim.bo.filetype')) then return end
  check('root is the folder with viendan.toml',
    nvim:lua('return vim.uv.fs_realpath(vim.lsp.get_clients({ bufnr = 0 })[1].root_dir)')
      == vim.uv.fs_realpath(nvim.work .. '/draft'))
  diagnostic(expected.diagnostic)
  hover(expected.hover)
  for number, want in ipairs(expected.completions) do
    completion('while typing', want, tostring(number))
  end
  growing_list(expected.typing)
  completion('while typing', expected.typing, 'typing')
  completion('while letters are composed', expected.telex.completion, 'telex')
  in_the_middle(expected.middle)
  composed(expected.telex.diagnostic)
  action(expected.action)
  outline(expected.outline)
  commands(expected.catalogue)
  nvim:lua("vim.lsp.enable('viendan', false)")
  check('server stops when asked', nvim:wait(function() return nvim:lua('return #vim.lsp.get_clients()') == 0 end))
end

local ok, problem = xpcall(main, debug.traceback)
if not ok then check('the script ran through', false, problem) end
if failed > 0 then
  local log = nvim.work .. '/xdg/nvim/lsp.log'
  if vim.uv.fs_stat(log) then vim.uv.fs_copyfile(log, out .. '/nvim-lsp.log') end
end
finish()
