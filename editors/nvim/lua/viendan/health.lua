-- `:checkhealth viendan`
local M = {}
local health = vim.health
local viendan = require('viendan')

local function neovim()
  health.start('Neovim')
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('Neovim ' .. tostring(vim.version()))
  else
    health.error('cần Neovim 0.11 trở lên / Neovim 0.11 or newer is needed')
  end
  local unknown = viendan.unknown_options()
  if #unknown > 0 then
    health.warn(('vim.g.viendan: không có thiết lập / no such setting: %s'):format(table.concat(unknown, ', ')))
  end
end

local function run(program, ...)
  local ok, out = pcall(function(...) return vim.system({ program, ... }, { text = true }):wait(10000) end, ...)
  return ok and out.code == 0 and out.stdout or nil
end

local function server()
  health.start('Máy chủ / server')
  local program = viendan.program()
  local path = vim.fn.exepath(program)
  if path == '' then
    health.error(('không tìm thấy / not found: %s'):format(program), {
      'Cài viendan vào PATH / put viendan on PATH: cargo install --path . --locked',
      "Hoặc/or: vim.lsp.config('viendan', { cmd = { '/path/to/viendan', 'lsp' } })",
    })
    return
  end
  local version = run(program, '--version')
  if not version then return health.error(('%s không chạy được / does not run'):format(path)) end
  health.ok(('%s: %s'):format(vim.trim(version), path))
  local info = run(program, 'catalogue', 'info')
  local count = info and info:match('(%d+) %a')
  if count then
    health.ok(('danh mục / catalogue: %s văn bản / instruments'):format(count))
  else
    health.error('không đọc được danh mục / the catalogue cannot be read: viendan catalogue info')
  end
end

local function clients()
  health.start('Đang chạy / running')
  if not vim.lsp.is_enabled(viendan.NAME) then
    health.warn('chưa bật / not enabled', { "vim.lsp.enable('viendan')" })
  end
  local running = vim.lsp.get_clients({ name = viendan.NAME })
  if #running == 0 then
    health.info('chưa có văn bản nào được mở với viendan / no text is open with viendan')
  end
  for _, client in ipairs(running) do
    local buffers = vim.tbl_map(function(bufnr)
      return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(bufnr), ':~:.')
    end, vim.tbl_keys(client.attached_buffers))
    health.ok(('#%d, %s, %s: %s'):format(client.id, client.root_dir or '–', client.offset_encoding, table.concat(buffers, ', ')))
  end
end

function M.check()
  neovim()
  server()
  clients()
end

return M
