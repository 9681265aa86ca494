-- Completion while one types, with Neovim's own menu.
--
-- The client's own autotrigger asks only at the characters that the server names ("/" and "-"), takes a word as ended at
-- a blank, and inserts the text of an item only up to its first blank. Here a list belongs to all that was typed of a
-- name ("can cu luat dau thau"), so the server is asked at every letter, and the menu shows what it answers.
-- <C-x><C-o> still asks all servers of the buffer.
local M = {}
local api = vim.api
local viendan = require('viendan')

-- What the kinds of the protocol mean here.
local KINDS = {
  vi = { Reference = 'văn bản', Class = 'tên gọi', Module = 'cơ quan', Field = 'điều khoản' },
  en = { Reference = 'number', Class = 'name', Module = 'agency', Field = 'provision' },
}
-- Plugins that ask the server themselves.
local OTHERS = { 'blink.cmp', 'cmp', 'mini.completion', 'coq' }
local function another_completes()
  return vim.iter(OTHERS):any(function(name) return package.loaded[name] ~= nil end)
end

--- A title for the menu: beside it there must be room for what is known of the item.
local function shortened(text)
  local room = math.max(20, math.min(44, math.floor(vim.o.columns * 0.3)))
  if vim.fn.strdisplaywidth(text) <= room then return text end
  return vim.fn.strcharpart(text, 0, room - 1) .. '…'
end

--- What Neovim's menu is to make of an item. `line` is the text of its line, `from` the byte where the menu begins (where
--- the item's own edit begins: `nil`), `to` the byte where the cursor was.
local function entry(item, client, line, from, to)
  local range, text = item.textEdit.range, item.textEdit.newText
  local function byte(position) return vim.str_byteindex(line, client.offset_encoding, position.character, false) end
  local start, stop = byte(range.start), byte(range['end'])
  local details = item.labelDetails or {}
  local menu = { vim.trim(details.detail or item.detail or ''), vim.trim(details.description or '') }
  menu[1] = shortened(menu[1])
  local kinds = KINDS[viendan.settings(client).language] or KINDS.vi
  return {
    word = (from and line:sub(from + 1, start) or '') .. text,
    abbr = item.label,
    kind = kinds[vim.lsp.protocol.CompletionItemKind[item.kind]] or '',
    menu = table.concat(vim.tbl_filter(function(part) return part ~= '' end, menu), ' · '),
    -- Neovim is not to compare with what was typed: the server did.
    equal = 1,
    icase = 1,
    dup = 1,
    empty = 1,
    abbr_hlgroup = vim.list_contains(item.tags or {}, vim.lsp.protocol.CompletionTag.Deprecated)
        and 'DiagnosticDeprecated' or '',
    user_data = {
      nvim = { lsp = { completion_item = item, client_id = client.id } },
      -- So many bytes after the cursor are replaced, too: the end of a word in whose middle one types.
      viendan = { after = math.max(stop - to, 0) },
    },
  }
end

--- Whether the menu is on the screen, and whether it is ours.
local function menu()
  if vim.fn.pumvisible() == 0 then return false, false end
  local first = vim.fn.complete_info({ 'items' }).items[1]
  return true, vim.tbl_get(first or {}, 'user_data', 'viendan') ~= nil
end

-- The text before the cursor to which the last list belonged, until an item is taken or the list is closed.
local shown

local function before_cursor() return api.nvim_get_current_line():sub(1, api.nvim_win_get_cursor(0)[2]) end

--- Whether the text before the cursor was put there by moving through the menu.
local function was_chosen()
  local info = vim.fn.complete_info({ 'items', 'selected' })
  local item = info.items[info.selected + 1]
  return item ~= nil and vim.endswith(before_cursor(), item.word)
end

local function show(client, items)
  local visible, ours = menu()
  if visible and not ours then return end
  if #items == 0 then
    if visible then vim.fn.complete(vim.fn.col('.'), {}) end
    return
  end
  local line, to = api.nvim_get_current_line(), api.nvim_win_get_cursor(0)[2]
  local from = to
  for _, item in ipairs(items) do
    local start = item.textEdit.range.start.character
    from = math.min(from, vim.str_byteindex(line, client.offset_encoding, start, false))
  end
  local entries = vim.tbl_map(function(item) return entry(item, client, line, from, to) end, items)
  vim.fn.complete(from + 1, entries)
  shown = line:sub(1, to)
end

--- Asks for what can stand at the cursor. An answer for a text that has changed since is of no use: that change asks anew.
local function ask(client, bufnr)
  if another_completes() then return end
  local tick = api.nvim_buf_get_changedtick(bufnr)
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  client:request('textDocument/completion', params, function(_, result)
    local is_current = api.nvim_get_current_buf() == bufnr and api.nvim_buf_get_changedtick(bufnr) == tick
    if not is_current or not vim.startswith(api.nvim_get_mode().mode, 'i') then return end
    result = result or {}
    local items = vim.tbl_filter(function(item) return item.textEdit ~= nil end, result.items or result)
    table.sort(items, function(a, b) return (a.sortText or a.label) < (b.sortText or b.label) end)
    show(client, items)
  end, bufnr)
end

--- What is known of the item that is looked at, beside the menu.
local function explain(bufnr)
  local chosen = vim.v.event.completed_item
  local data = vim.tbl_get(chosen, 'user_data', 'viendan') and chosen.user_data.nvim.lsp
  local client = data and vim.lsp.get_client_by_id(data.client_id)
  if not client or (chosen.info or '') ~= '' or not api.nvim__complete_set then return end
  client:request('completionItem/resolve', data.completion_item, function(_, item)
    local documentation = item and item.documentation
    local text = type(documentation) == 'table' and documentation.value or documentation
    local info = vim.fn.complete_info({ 'items', 'selected' })
    local selected = info.items[info.selected + 1]
    if not text or vim.fn.pumvisible() == 0 or not selected or selected.word ~= chosen.word then return end
    text = ('\n' .. text):gsub('\n#+ ', '\n'):sub(2)
    local ok, window = pcall(api.nvim__complete_set, info.selected, { info = text })
    if ok and window and window.bufnr and api.nvim_buf_is_valid(window.bufnr) then
      vim.bo[window.bufnr].syntax = 'markdown'
      vim.wo[window.winid].conceallevel, vim.wo[window.winid].linebreak = 2, true
    end
  end, bufnr)
end

--- After an item was taken: what of the old text stands behind it goes.
local function finish()
  if vim.list_contains({ 'accept', 'cancel' }, vim.v.event.reason) then shown = nil end
  local after = vim.tbl_get(vim.v.completed_item, 'user_data', 'viendan', 'after') or 0
  if vim.v.event.reason ~= 'accept' or after == 0 then return end
  local row, column = unpack(api.nvim_win_get_cursor(0))
  local length = #api.nvim_get_current_line()
  api.nvim_buf_set_text(0, row - 1, column, row - 1, math.min(column + after, length), {})
end

--- Without "noinsert" or "noselect" every list would write its first item into the draft.
local function set_options(bufnr)
  local set = vim.opt.completeopt:get()
  local function has(name) return vim.list_contains(set, name) end
  if not has('noinsert') and not has('noselect') then table.insert(set, 'noinsert') end
  if not has('menuone') then table.insert(set, 'menuone') end
  vim.bo[bufnr].completeopt = table.concat(set, ',')
end

function M.attach(client, bufnr)
  set_options(bufnr)
  -- For <C-x><C-o>, which is Neovim's own.
  vim.lsp.completion.enable(true, client.id, bufnr, {
    convert = function(item)
      if not item.textEdit then return {} end
      local line, to = api.nvim_get_current_line(), api.nvim_win_get_cursor(0)[2]
      local made = entry(item, client, line, nil, to)
      made.user_data = nil
      return made
    end,
  })
  local group = api.nvim_create_augroup('viendan.completion.' .. bufnr, {})
  -- The text changes for many reasons; only a letter that was typed opens a list, and Backspace keeps one open (Neovim
  -- closes it).
  local typed = false
  local function is_taken_back() return shown ~= nil and vim.startswith(shown, before_cursor()) end
  local function on(event, callback)
    api.nvim_create_autocmd(event, { group = group, buffer = bufnr, callback = callback })
  end
  on('InsertCharPre', function() typed = true end)
  on('InsertEnter', function()
    typed, shown = false, nil
  end)
  on('TextChangedI', function()
    if typed or is_taken_back() then ask(client, bufnr) end
    typed = false
  end)
  on('TextChangedP', function()
    typed = false
    local _, ours = menu()
    if ours and not was_chosen() then ask(client, bufnr) end
  end)
  on('CompleteChanged', function() explain(bufnr) end)
  on('CompleteDone', finish)
  on('LspDetach', function(event)
    if event.data.client_id == client.id then api.nvim_clear_autocmds({ group = group }) end
  end)
end

return M
