-- A second Neovim, and the keys, screens and questions that the driver needs of it. It is talked to by RPC and has a user
-- interface attached, so that insert mode, the popup menu and floating windows run as in a terminal: within one process
-- `feedkeys` would not do.
local M = {}

-- How long to wait for what must come.
M.wait_ms = 10000
-- Between two keys: fast, as a person goes.
local PACE_MS = 40

---@param program string Neovim
---@param server string viendan
---@param init string the user's init.lua
---@param drafts string[] files that are copied into the folder of the drafts
function M.start(program, server, init, drafts)
  local self = setmetatable({ work = vim.fn.tempname() }, { __index = M })
  for _, folder in ipairs({ 'bin', 'draft', 'xdg' }) do vim.fn.mkdir(self.work .. '/' .. folder, 'p') end
  vim.uv.fs_symlink(server, self.work .. '/bin/viendan')
  for _, draft in ipairs(drafts) do vim.uv.fs_copyfile(draft, self.work .. '/draft/' .. vim.fs.basename(draft)) end
  vim.fn.writefile({}, self.work .. '/draft/viendan.toml')
  -- The server on PATH by its name, and settings and logs of its own.
  local environment = { PATH = self.work .. '/bin:' .. vim.env.PATH, NVIM_LOG_FILE = self.work .. '/nvim.log' }
  for _, kind in ipairs({ 'CONFIG', 'DATA', 'STATE', 'CACHE' }) do
    environment['XDG_' .. kind .. '_HOME'] = self.work .. '/xdg'
  end
  self.channel = vim.fn.jobstart(
    { program, '--embed', '--headless', '-i', 'NONE', '-n', '-u', init, vim.fs.basename(drafts[1]) },
    { rpc = true, cwd = self.work .. '/draft', env = environment }
  )
  assert(self.channel > 0, 'the second Neovim does not start')
  self:request('nvim_ui_attach', 140, 40, vim.empty_dict())
  return self
end

function M:request(method, ...)
  -- At a "Press ENTER" prompt a request waits for ever; nvim_get_mode alone always answers.
  if vim.rpcrequest(self.channel, 'nvim_get_mode').blocking then error('Neovim waits at a prompt', 0) end
  return vim.rpcrequest(self.channel, method, ...)
end

function M:lua(code, ...) return self:request('nvim_exec_lua', code, { ... }) end

function M:keys(keys) self:request('nvim_input', keys) end

--- Letter by letter, at a person's pace. "⌫" is the Backspace with which a Vietnamese keyboard (Telex) takes back the letter
--- that the next one replaces: at once, as it does.
function M:type(text)
  for _, letter in ipairs(vim.fn.split(text, '\\zs')) do
    self:keys(letter == '⌫' and '<BS>' or letter == '<' and '<lt>' or letter)
    if letter ~= '⌫' then vim.wait(PACE_MS, function() return false end) end
  end
end

--- Waits until a condition holds; what it gave last.
function M:wait(condition)
  local got
  vim.wait(M.wait_ms, function()
    got = condition()
    return got
  end, 20)
  return got
end

function M:screen()
  return self:lua([[
    vim.cmd.redraw()
    local rows = {}
    for row = 1, vim.o.lines do
      local cells = {}
      for column = 1, vim.o.columns do cells[column] = vim.fn.screenstring(row, column) end
      rows[row] = table.concat(cells):gsub('%s+$', '')
    end
    return table.concat(rows, '\n')]])
end

--- Waits until the screen has all of these texts; whether it has.
function M:shows(...)
  local texts = { ... }
  return self:wait(function()
    local screen = self:screen()
    return vim.iter(texts):all(function(text) return screen:find(text, 1, true) ~= nil end)
  end)
end

function M:line(number)
  if not number then return self:lua('return vim.api.nvim_get_current_line()') end
  return self:lua('return vim.api.nvim_buf_get_lines(0, ...)', number, number + 1, true)[1]
end

--- Opens a file of the drafts, and waits for the server.
function M:open(name)
  self:lua('vim.cmd.edit({ args = { ... }, bang = true })', name)
  return self:wait(function()
    return self:lua("local c = vim.lsp.get_clients({ bufnr = 0, name = 'viendan' })[1]; return c and c.initialized or false")
  end)
end

--- The items of the popup menu that is on the screen.
function M:menu()
  return self:lua("return vim.fn.pumvisible() == 1 and vim.fn.complete_info({ 'items' }).items or {}")
end

--- The text of the floating window, if there is one.
function M:float()
  return self:lua([[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
      end
    end
    return '']])
end

function M:stop()
  pcall(vim.rpcnotify, self.channel, 'nvim_command', 'qall!')
  vim.fn.jobwait({ self.channel }, 2000)
  vim.fn.jobstop(self.channel)
  vim.fn.delete(self.work, 'rf')
end

return M
