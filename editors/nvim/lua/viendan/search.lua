-- Searching the catalogue, and the citation of what was found.
local M = {}

local function date(iso)
  local year, month, day = iso:match('^(%d+)-(%d+)-(%d+)$')
  month = tonumber(month)
  -- Nghị định 30/2020/NĐ-CP, Phụ lục I: a zero before days below 10, and before January and February.
  return year, ('%s tháng %s năm %s'):format(day, month < 3 and ('%02d'):format(month) or month, year)
end

--- How a record of the catalogue is cited for the first time: a law or ordinance by its name and year, anything else by
--- type, number, date, issuer and title.
--- "Luật Đấu thầu năm 2023"; "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư".
---@param record table a line of `viendan catalogue search --json`
---@return string
function M.citation(record)
  local title = record.title or ''
  local year, day = nil, nil
  if record.issued then year, day = date(record.issued) end
  local kind = record.type or ''
  local is_named = vim.startswith(title, kind .. ' ') and not title:find('sửa đổi') and not title:find('bổ sung')
  if year and is_named and vim.list_contains({ 'Luật', 'Bộ luật', 'Pháp lệnh' }, kind) then
    return ('%s năm %s'):format(title, year)
  end
  local parts = { kind }
  if record.number then vim.list_extend(parts, { 'số', record.number }) end
  if day then vim.list_extend(parts, { 'ngày', day }) end
  if record.issuer then vim.list_extend(parts, { 'của', record.issuer }) end
  if title ~= '' and not is_named then
    local first = vim.fn.strcharpart(title, 0, 1)
    table.insert(parts, vim.fn.tolower(first) .. title:sub(#first + 1))
  end
  return table.concat(vim.tbl_filter(function(part) return part ~= '' end, parts), ' ')
end

--- Asks the catalogue for words of a title or a number; `done(records)` or `done(nil, problem)`.
---@param words string
---@param client vim.lsp.Client?
function M.search(words, client, done)
  local viendan = require('viendan')
  -- Neovim's own way to choose writes all choices on the screen at once.
  local limit = math.max(5, math.min(50, vim.o.lines - 8))
  local command = { viendan.program(), 'catalogue', 'search', '--json', '--limit', tostring(limit) }
  for _, file in ipairs(viendan.settings(client).catalogues or {}) do vim.list_extend(command, { '--catalogue', file }) end
  vim.list_extend(command, { '--', words })
  local ok, problem = pcall(vim.system, command, { text = true, cwd = client and client.root_dir }, function(out)
    vim.schedule(function()
      -- 1: nothing found.
      if out.code > 1 then return done(nil, vim.trim(out.stderr)) end
      local records = {}
      for line in vim.gsplit(out.stdout, '\n', { trimempty = true }) do
        local parsed, record = pcall(vim.json.decode, line, { luanil = { object = true } })
        if parsed then table.insert(records, record) end
      end
      done(records)
    end)
  end)
  if not ok then done(nil, problem) end
end

return M
