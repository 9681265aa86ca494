-- What is found on the line with the cursor, written under it. Neovim by itself only underlines a finding, and its own
-- `virtual_lines` cut a long message off, and begin where the finding is: in a paragraph of several rows beyond the window.
local M = {}
local api = vim.api
local viendan = require('viendan')

local marks = api.nvim_create_namespace('viendan.findings')
local HIGHLIGHTS = {
  [vim.diagnostic.severity.ERROR] = 'DiagnosticVirtualLinesError',
  [vim.diagnostic.severity.WARN] = 'DiagnosticVirtualLinesWarn',
  [vim.diagnostic.severity.INFO] = 'DiagnosticVirtualLinesInfo',
  [vim.diagnostic.severity.HINT] = 'DiagnosticVirtualLinesHint',
}
local FIRST, NEXT = '  ▪ ', '    '

--- A text in rows of at most `width` cells, broken between words.
---@param text string
---@param width integer
---@return string[]
function M.rows(text, width)
  local rows, row = {}, ''
  for word in text:gmatch('%S+') do
    local longer = row == '' and word or row .. ' ' .. word
    if row ~= '' and vim.fn.strdisplaywidth(longer) > width then
      table.insert(rows, row)
      row = word
    else
      row = longer
    end
  end
  return vim.list_extend(rows, { row })
end

local function clear(bufnr) api.nvim_buf_clear_namespace(bufnr, marks, 0, -1) end

local function show(bufnr)
  clear(bufnr)
  -- Who has Neovim's own lines has the messages twice otherwise.
  if vim.diagnostic.config().virtual_lines or not vim.diagnostic.is_enabled({ bufnr = bufnr }) then return end
  if api.nvim_get_current_buf() ~= bufnr or api.nvim_get_mode().mode:find('^[iR]') then return end
  local line = api.nvim_win_get_cursor(0)[1] - 1
  local found = vim.tbl_filter(function(d) return d.source == viendan.NAME end, vim.diagnostic.get(bufnr, { lnum = line }))
  if #found == 0 then return end
  table.sort(found, function(a, b) return a.col < b.col end)
  local width = api.nvim_win_get_width(0) - vim.fn.getwininfo(api.nvim_get_current_win())[1].textoff - #NEXT
  local lines = {}
  for _, d in ipairs(found) do
    for number, row in ipairs(M.rows(('%s [%s]'):format(d.message, d.code), math.max(width, 20))) do
      table.insert(lines, { { (number == 1 and FIRST or NEXT) .. row, HIGHLIGHTS[d.severity] } })
    end
  end
  api.nvim_buf_set_extmark(bufnr, marks, line, 0, { virt_lines = lines })
end

--- Called for each buffer that the server is attached to.
function M.attach(client, bufnr)
  local group = api.nvim_create_augroup('viendan.findings.' .. bufnr, {})
  api.nvim_create_autocmd({ 'CursorMoved', 'InsertLeave', 'DiagnosticChanged', 'BufEnter', 'WinResized' }, {
    group = group,
    buffer = bufnr,
    callback = function() show(bufnr) end,
  })
  api.nvim_create_autocmd({ 'InsertEnter', 'BufLeave' }, { group = group, buffer = bufnr, callback = function() clear(bufnr) end })
  api.nvim_create_autocmd('LspDetach', {
    group = group,
    buffer = bufnr,
    callback = function(event)
      if event.data.client_id ~= client.id then return end
      api.nvim_clear_autocmds({ group = group })
      clear(bufnr)
    end,
  })
  show(bufnr)
end

return M
