-- The commands `:Viendan…`, and what the server's lenses do when they are run (`grx` or `vim.lsp.codelens.run()`).
local M = {}
local api = vim.api
local viendan = require('viendan')
local messages = require('viendan.messages')
local search = require('viendan.search')

local STOP_MS = 5000

local function say(text, level) vim.notify(text, level or vim.log.levels.INFO) end

--- The client of this buffer, or a word to the user that there is none.
local function client_here()
  local client = vim.lsp.get_clients({ name = viendan.NAME, bufnr = 0 })[1]
  if not client then say(messages().not_running, vim.log.levels.WARN) end
  return client
end

--- Has the server execute a command of its own (`client:exec_cmd` would find ours of the same name).
local function execute(client, command, arguments, done)
  local params = { command = 'viendan.' .. command, arguments = arguments }
  client:request('workspace/executeCommand', params, function(err, result)
    if err then return say(err.message, vim.log.levels.ERROR) end
    done(result)
  end)
end

--- Stops the server and starts it again for all its buffers.
function M.restart()
  local clients = vim.lsp.get_clients({ name = viendan.NAME })
  if #clients == 0 then
    vim.lsp.enable(viendan.NAME)
    return
  end
  for _, client in ipairs(clients) do
    local buffers, config = vim.tbl_keys(client.attached_buffers), client.config
    client:stop()
    if not vim.wait(STOP_MS, function() return client:is_stopped() end, 20) then
      client:stop(true)
      say(messages().not_stopped, vim.log.levels.WARN)
    end
    for _, bufnr in ipairs(buffers) do
      if api.nvim_buf_is_loaded(bufnr) then vim.lsp.start(config, { bufnr = bufnr }) end
    end
  end
  say(messages().restarted)
end

--- Opens the log of Neovim's client, in which the server's words are.
function M.log()
  local path = vim.lsp.log.get_filename()
  if not vim.uv.fs_stat(path) then return say(messages().no_log:format(path)) end
  vim.cmd.split({ args = { vim.fn.fnameescape(path) } })
  vim.cmd('setlocal readonly nomodifiable autoread | normal! G')
end

local function location_list(title, items)
  vim.fn.setloclist(0, {}, ' ', { title = title, items = items })
  vim.cmd.lopen()
end

--- The instruments that the draft cites: each place in the location list, or (`!`) the table in Markdown.
function M.citations(as_table)
  local client = client_here()
  if not client then return end
  local bufnr, uri, m = api.nvim_get_current_buf(), vim.uri_from_bufnr(0), messages()
  if as_table then
    return execute(client, 'citations', { uri }, function(text)
      vim.cmd.new()
      api.nvim_buf_set_lines(0, 0, -1, false, vim.split(vim.trim(text), '\n'))
      vim.bo.buftype, vim.bo.bufhidden, vim.bo.filetype = 'nofile', 'wipe', 'markdown'
    end)
  end
  execute(client, 'citations', { uri, 'json' }, function(cited)
    local items = {}
    for _, act in ipairs(cited) do
      local parts = { act.label, act.statusText, m.times:format(act.count), act.title }
      local seen = {} -- places in a line that were taken already
      for _, line in ipairs(act.lines) do
        local text = api.nvim_buf_get_lines(bufnr, line - 1, line, false)[1] or ''
        local column = act.number and text:find(act.number, (seen[line] or 0) + 1, true)
        seen[line] = column or seen[line]
        table.insert(items, { bufnr = bufnr, lnum = line, col = column or 1, text = table.concat(parts, ' · ') })
      end
    end
    if #items == 0 then return say(m.cites_nothing) end
    table.sort(items, function(a, b) return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col end)
    location_list(m.citations, items)
  end)
end

local function insert(window, bufnr, text)
  if not (api.nvim_win_is_valid(window) and api.nvim_win_get_buf(window) == bufnr) then return end
  local row, column = unpack(api.nvim_win_get_cursor(window))
  -- In normal mode the cursor stands on a letter, and the text goes behind its word.
  local line = api.nvim_buf_get_lines(bufnr, row - 1, row, true)[1]
  local at = column + #vim.fn.strcharpart(line:sub(column + 1), 0, 1)
  at = at + #line:sub(at + 1):match('^[^%s%p]*')
  if at > 0 and not line:sub(1, at):find('%s$') then text = ' ' .. text end
  api.nvim_buf_set_text(bufnr, row - 1, at, row - 1, at, { text })
  api.nvim_win_set_cursor(window, { row, at + #text - 1 })
end

--- Searches the catalogue and inserts the citation of what is chosen.
function M.search(words)
  local m, window, bufnr = messages(), api.nvim_get_current_win(), api.nvim_get_current_buf()
  if words == '' then
    return vim.ui.input({ prompt = m.search }, function(input)
      if input and input ~= '' then M.search(input) end
    end)
  end
  search.search(words, viendan.client(), function(records, problem)
    if not records then return say(m.cannot_search:format(problem), vim.log.levels.ERROR) end
    if #records == 0 then return say(m.nothing_found:format(words)) end
    vim.ui.select(records, {
      prompt = m.found,
      kind = 'viendan',
      format_item = function(record)
        local kind = vim.startswith(record.title or '', record.type or '') and '' or (record.type or '') .. ' '
        local parts = { kind .. (record.number or ''), m.status[record.status] or '', record.title or '' }
        local row = table.concat(vim.tbl_filter(function(part) return part ~= '' end, parts), ' · ')
        local room = vim.o.columns - 8
        return vim.fn.strdisplaywidth(row) <= room and row or vim.fn.strcharpart(row, 0, room - 1) .. '…'
      end,
    }, function(record)
      if record then insert(window, bufnr, search.citation(record)) end
    end)
  end)
end

--- Checks all drafts of the workspace; what was found is in the quickfix list.
function M.check_workspace()
  local client = client_here()
  if not client then return end
  execute(client, 'checkWorkspace', {}, function()
    -- The server has sent the diagnostics before its answer.
    vim.schedule(function() vim.diagnostic.setqflist({ title = messages().findings }) end)
  end)
end

--- Changes a setting of the running servers, until Neovim ends.
local function set(key, value)
  for _, client in ipairs(vim.lsp.get_clients({ name = viendan.NAME })) do
    client.settings = vim.tbl_deep_extend('force', client.settings or {}, { viendan = { [key] = value } })
    client.config.settings = client.settings
    client:notify('workspace/didChangeConfiguration', { settings = client.settings })
  end
  vim.lsp.config(viendan.NAME, { settings = { viendan = { [key] = value } } })
  say(messages().set:format(key, value))
end

local DATES = { 'document', 'today', 'day' }
local REGIMES = { 'auto', 'administrative', 'normative', 'party', 'contract', 'none' }

local function choose(prompt, choices, done)
  local words = messages().choices
  vim.ui.select(choices, {
    prompt = prompt,
    format_item = function(choice) return ('%s: %s'):format(choice, words[choice]) end,
  }, function(choice)
    if choice then done(choice) end
  end)
end

--- Sets the day on which validity is judged: `document`, `today`, YYYY-MM-DD.
function M.date(value)
  local m = messages()
  if value == '' then return choose(m.date, DATES, M.date) end
  if value == 'day' then
    return vim.ui.input({ prompt = m.other_date, default = tostring(os.date('%Y-%m-%d')) }, function(input)
      if input and input ~= '' then M.date(input) end
    end)
  end
  if value ~= 'document' and value ~= 'today' and not value:match('^%d%d%d%d%-%d%d%-%d%d$') then
    return say(m.bad_date:format(value), vim.log.levels.ERROR)
  end
  set('asOf', value)
end

--- Sets the kind of draft.
function M.regime(value)
  local m = messages()
  if value == '' then return choose(m.regime, REGIMES, M.regime) end
  if not vim.list_contains(REGIMES, value) then
    return say(m.bad_regime:format(value, table.concat(REGIMES, ', ')), vim.log.levels.ERROR)
  end
  set('regime', value)
end

function M.create()
  local function command(name, run, options) api.nvim_create_user_command('Viendan' .. name, run, options) end
  local function complete(choices)
    return function(lead) return vim.tbl_filter(function(choice) return vim.startswith(choice, lead) end, choices) end
  end
  command('Restart', M.restart, { desc = 'Khởi động lại máy chủ / restart the server' })
  command('Log', M.log, { desc = 'Xem nhật ký / open the log' })
  -- In Markdown `gO` shows headings; this shows articles, clauses and points.
  command('Outline', function() vim.lsp.buf.document_symbol() end, { desc = 'Điều, khoản, điểm / outline' })
  command('Citations', function(args) M.citations(args.bang) end, {
    bang = true,
    desc = 'Các văn bản được viện dẫn / instruments cited',
  })
  command('Search', function(args) M.search(args.args) end, {
    nargs = '*',
    desc = 'Tìm trong danh mục và chèn viện dẫn / search the catalogue and cite',
  })
  command('CheckWorkspace', M.check_workspace, { desc = 'Kiểm tra mọi dự thảo / check all drafts' })
  command('Date', function(args) M.date(args.args) end, {
    nargs = '?',
    complete = complete({ 'document', 'today', tostring(os.date('%Y-%m-%d')) }),
    desc = 'Ngày xét hiệu lực / day on which validity is judged',
  })
  command('Regime', function(args) M.regime(args.args) end, {
    nargs = '?',
    complete = complete(REGIMES),
    desc = 'Loại văn bản đang soạn / kind of draft',
  })

  -- Lenses: the places that refer to an article, and the list of what the draft cites.
  vim.lsp.commands['viendan.showReferences'] = function(lens, context)
    local client = assert(vim.lsp.get_client_by_id(context.client_id))
    local places = lens.arguments[3]
    location_list(messages().references, vim.lsp.util.locations_to_items(places, client.offset_encoding))
  end
  vim.lsp.commands['viendan.citations'] = function() M.citations(false) end
end

return M
