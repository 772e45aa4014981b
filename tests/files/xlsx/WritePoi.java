import java.io.FileOutputStream;
import java.io.OutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes poi.xlsx, poi-stream.xlsx (SXSSF, inline texts) and poi-encrypted.xlsx (agile encryption).
 *
 * javac -encoding UTF-8 -cp $CP WritePoi.java && java -cp $CP. WritePoi   (Apache POI 4.0.1 and what it needs in CP)
 */
public class WritePoi {
  static final String[] HEADER = {
    "来源系统中的记录编号", "统一社会信用代码", "名称", "登记地区划代码", "行业代码", "法定代表人", "联系电话", "住所", "成立日期",
  };
  /** Days of March 2024 as numbers of the calendar of 1900. */
  static final double MARCH = 45351;

  static final Object[][] ROWS = {
    {"P-1", "91430682BUG6000121", "临湘市合成一号燃气有限公司", 430682.0, 610.0, "张三", 7301234567.0, "长安街道1号", MARCH + 1},
    {"P-2", "91430682BUG600020U", "=\"临湘市合成二号\"&\"燃气有限公司\"", "430682", 61.0, "李四", "0730-7654321", null, "2024-03-02"},
    {"P-3", "91430682BUG600039Q", "临湘市𠮷㐂龴合成三号", "430682", null, null, 7301112222.0, null, MARCH + 3},
    {"P-4", "91430682BUG600047K", "临湘市合成四号", "430682", null, null, null, "长安街道\n4号", MARCH + 4.4375},
    {"P-5", "91430682BUG600055E", "=A6&\"号\"", "430682"},
    {"P-6", "91430682BUG6000639", "临湘市合成六号", "430682", null, FormulaError.NA},
    {"P-7", 914306820000000123.0, "临湘市合成七号", "430682"},
    {"P-8", "91430682BUG60008XU", "文字_x000D_合成八号", "430682"},
    {"P-9", "91430682BUG600098U", "临湘市合成九号", null},
    {"P-10", "91430682BUG600100F", "临湘市合成十号", "430682", null, null, null, null, MARCH + 1},
    {"P-11", "91430682BUG600119C", "临湘市合成十一号", "430682", null, null, null, true},
    {"P-12", "91430682BUG6001277", "临湘市合成十二号", "430682", null, null, null, 0.156},
  };
  static final String[][] FORMATS = {
    {"E2", "0000"}, {"E3", "000"}, {"G2", "00000000000"}, {"G4", "0000-0000000"}, {"I2", "yyyy\"年\"m\"月\"d\"日\""},
    {"I4", "yyyy/m/d"}, {"I5", "yyyy/m/d h:mm"}, {"I11", "yyyy\"年\"m\"月\""}, {"H13", "0.0%"},
  };

  public static void main(String[] args) throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    write(book);
    XSSFFont bold = book.createFont();
    bold.setBold(true);
    XSSFRichTextString runs = new XSSFRichTextString();
    runs.append("张", bold);
    runs.append("三");
    Sheet sheet = book.getSheet("报送");
    sheet.getRow(1).getCell(5).setCellValue(runs);
    book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(sheet.getRow(2).getCell(2));
    save(book, "poi.xlsx");
    encrypt(book);

    SXSSFWorkbook stream = new SXSSFWorkbook();
    write(stream);
    save(stream, "poi-stream.xlsx");
  }

  static void write(Workbook book) {
    Sheet old = book.createSheet("旧数据");
    Sheet notes = book.createSheet("填表说明");
    Sheet sheet = book.createSheet("报送");
    book.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
    fill(old.createRow(0), HEADER);
    fill(old.createRow(1), new Object[] {"OLD-1", "91430682BUG6000121", "旧", "430682"});
    fill(notes.createRow(0), new Object[] {"填表说明：请勿改动表头"});
    fill(sheet.createRow(0), HEADER);
    for (int at = 0; at < ROWS.length; at++) fill(sheet.createRow(at + 1), ROWS[at]);
    for (String[] format : FORMATS) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat(format[1]));
      int row = Integer.parseInt(format[0].substring(1)) - 1;
      sheet.getRow(row).getCell(format[0].charAt(0) - 'A').setCellStyle(style);
    }
    sheet.addMergedRegion(CellRangeAddress.valueOf("H2:H4"));
    sheet.addMergedRegion(CellRangeAddress.valueOf("C10:D10"));
    sheet.getRow(11).setZeroHeight(true);
  }

  static void fill(Row row, Object[] values) {
    for (int at = 0; at < values.length; at++) {
      Cell cell = row.createCell(at);
      Object value = values[at];
      if (value instanceof Double) cell.setCellValue((Double) value);
      if (value instanceof Boolean) cell.setCellValue((Boolean) value);
      if (value instanceof FormulaError) cell.setCellErrorValue(((FormulaError) value).getCode());
      if (!(value instanceof String)) continue;
      String text = (String) value;
      if (text.startsWith("=")) cell.setCellFormula(text.substring(1));
      else cell.setCellValue(text);
    }
  }

  static void save(Workbook book, String name) throws Exception {
    try (OutputStream out = new FileOutputStream(name)) {
      book.write(out);
    }
  }

  static void encrypt(Workbook book) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream out = encryptor.getDataStream(files)) {
        book.write(out);
      }
      try (OutputStream out = new FileOutputStream("poi-encrypted.xlsx")) {
        files.writeFilesystem(out);
      }
    }
  }
}
