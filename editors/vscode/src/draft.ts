/**
 * What a draft says of itself in its first lines, for the status bar. The server reads the same for its checks and does not tell
 * it; these are the forms that the regulations on form prescribe, so that what is not sure is left open.
 */
export interface Heading {
  /** "Quyết định". */
  kind?: string | undefined;
  /** YYYY-MM-DD. */
  day?: string | undefined;
}

/** The heading stands in so many lines. */
const LINES = 60;

// Nghị định 30/2020/NĐ-CP Phụ lục III, Luật 64/2025/QH15 Điều 4, Hướng dẫn 05-HD/VPTW. Longer names stand before those that they begin with.
const KINDS = [
  'Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh', 'Lệnh', 'Nghị quyết liên tịch', 'Nghị quyết', 'Nghị định', 'Thông tư liên tịch', 'Thông tư',
  'Quyết định', 'Chỉ thị', 'Quy chế', 'Quy định', 'Thông cáo', 'Thông báo', 'Thông tri', 'Hướng dẫn', 'Chương trình', 'Kế hoạch',
  'Phương án', 'Đề án', 'Dự án', 'Báo cáo', 'Biên bản', 'Tờ trình', 'Hợp đồng', 'Công điện', 'Bản ghi nhớ', 'Bản thỏa thuận',
  'Giấy ủy quyền', 'Giấy mời', 'Giấy giới thiệu', 'Kết luận', 'Điều lệ', 'Quy hoạch', 'Bản án', 'Cáo trạng',
];

/** "Bình Sơn, ngày 24 tháng 11 năm 2026", alone in its line. */
const DAY = /^(?:[^,;]{2,60}, )?ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})\.?$/iu;

export function heading(text: string): Heading {
  const found: Heading = {};
  for (const written of text.normalize('NFC').split(/\r\n|\r|\n/, LINES)) {
    // Markup of Markdown, AsciiDoc, Typst, HTML and LaTeX around the words.
    const line = written.replace(/<[^>]*>|\\\w+\{|[{}*_#=|\\]/g, ' ').replace(/\s+/g, ' ').trim();
    if (found.day === undefined) {
      const day = DAY.exec(line);
      if (day) found.day = isoDay(Number(day[3]), Number(day[2]), Number(day[1]));
    }
    if (found.kind === undefined && line !== '' && line === line.toLocaleUpperCase('vi')) {
      found.kind = KINDS.find((kind) => new RegExp(`^${kind.toLocaleUpperCase('vi')}(?![\\p{L}\\p{N}])`, 'u').test(line));
    } else if (found.kind === undefined && /^(V\/v|Về việc) /.test(line)) {
      // A letter has its subject where others have their kind.
      found.kind = 'Công văn';
    }
  }
  return found;
}

/** YYYY-MM-DD; nothing for a day that no calendar has. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return Number(iso.slice(0, 4)) === year && Number(iso.slice(5, 7)) === month && Number(iso.slice(8)) === day ? iso : undefined;
}
