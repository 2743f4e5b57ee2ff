//! Sheets as a PDF: the letters used and no others, the crest in grey, and nothing about who
//! asked for it or when.

use std::collections::BTreeMap;
use std::sync::Arc;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::super::picture::Picture;
use super::super::{Crest, Fonts, PaperError};
use super::letters::{Face, Glyph};
use super::sheet::{Mark, Sheet};

const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const INFO: Ref = Ref::new(3);
const CREST: Ref = Ref::new(4);
const FIRST_FREE: i32 = 5;
const CREST_NAME: Name<'static> = Name(b"Crest");
const IDENTITY: SystemInfo<'static> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Grey dots along the crest's longer side, and black dots that each is the mean of.
const CREST_DOTS: u16 = 300;
const MEAN_OF: u8 = 4;
/// How hard pictures are packed, from 0 to 10: hard enough for large white areas.
const PACKING: u8 = 6;

/// A font file of which some letters are used.
struct Used {
    name: String,
    glyphs: GlyphRemapper,
    letters: BTreeMap<u16, String>,
    /// In thousandths of an em, in the order of the new glyphs.
    widths: Vec<f32>,
    file: Vec<u8>,
    ascent: f32,
    descent: f32,
}

/// What a file tells of itself.
pub(super) struct File<'a> {
    pub(super) title: &'a str,
    /// BCP 47 tag of its words: assistive technology reads them in that voice.
    pub(super) language: Option<&'a str>,
}

impl File<'_> {
    /// Nothing but whose program wrote it.
    pub(super) const PLAIN: Self = Self { title: "Acolhe", language: None };
}

/// Writes sheets as a file.
pub(super) fn write(
    sheets: &[Sheet],
    about: &File<'_>,
    crest: Option<&Crest>,
    fonts: &mut Fonts,
) -> Result<Vec<u8>, PaperError> {
    let used = used(sheets, fonts)?;
    let mut pdf = Pdf::new();
    let mut next = Ref::new(FIRST_FREE);
    let font_ids: Vec<Ref> = used.values().map(|_| next.bump()).collect();
    let page_ids: Vec<(Ref, Ref)> = sheets.iter().map(|_| (next.bump(), next.bump())).collect();
    let pictures = pictures(sheets);
    let picture_ids: Vec<Ref> = pictures.iter().map(|_| next.bump()).collect();

    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES);
    if let Some(language) = about.language {
        catalog.lang(TextStr(language));
    }
    catalog.finish();
    pdf.document_info(INFO).title(TextStr(about.title));
    let count = i32::try_from(sheets.len()).unwrap_or(i32::MAX);
    pdf.pages(PAGES).kids(page_ids.iter().map(|(page, _)| *page)).count(count);
    for (sheet, (page_id, content_id)) in sheets.iter().zip(&page_ids) {
        let mut page = pdf.page(*page_id);
        page.parent(PAGES).contents(*content_id);
        page.media_box(Rect::new(0.0, 0.0, sheet.format.width, sheet.format.height));
        let mut resources = page.resources();
        let mut names = resources.fonts();
        for (font, id) in used.values().zip(&font_ids) {
            names.pair(Name(font.name.as_bytes()), *id);
        }
        names.finish();
        let mut objects = resources.x_objects();
        if crest.is_some() {
            objects.pair(CREST_NAME, CREST);
        }
        for (number, picture) in pictures.iter().enumerate() {
            if dots(sheet).any(|dots| Arc::ptr_eq(dots, picture)) {
                objects.pair(Name(&picture_name(number)), picture_ids[number]);
            }
        }
        objects.finish();
        resources.finish();
        page.finish();
        pdf.stream(*content_id, &content(sheet, &used, &pictures));
    }
    for (dots, id) in pictures.iter().zip(&picture_ids) {
        dotted(&mut pdf, dots, *id);
    }
    for (font, id) in used.values().zip(&font_ids) {
        embed(&mut pdf, font, *id, &mut next);
    }
    if let Some(crest) = crest {
        picture(&mut pdf, crest);
    }
    Ok(pdf.finish())
}

/// The pictures on a sheet.
fn dots(sheet: &Sheet) -> impl Iterator<Item = &Arc<Picture>> {
    sheet.marks.iter().filter_map(|mark| match mark {
        Mark::Picture { dots, .. } => Some(dots),
        _ => None,
    })
}

/// The pictures on some sheets, each once.
fn pictures(sheets: &[Sheet]) -> Vec<&Arc<Picture>> {
    let mut known: Vec<&Arc<Picture>> = Vec::new();
    for picture in sheets.iter().flat_map(dots) {
        if !known.iter().any(|it| Arc::ptr_eq(it, picture)) {
            known.push(picture);
        }
    }
    known
}

fn picture_name(number: usize) -> Vec<u8> {
    format!("P{number}").into_bytes()
}

/// A picture in grey, packed.
fn dotted(pdf: &mut Pdf, picture: &Picture, id: Ref) {
    let packed = compress_to_vec_zlib(picture.grey(), PACKING);
    let side = |dots: usize| i32::try_from(dots).unwrap_or(i32::MAX);
    let mut image = pdf.image_xobject(id, &packed);
    image.filter(Filter::FlateDecode);
    image.width(side(picture.width())).height(side(picture.height())).bits_per_component(8);
    image.color_space().device_gray();
}

/// Which letters are used, of which faces.
fn used(sheets: &[Sheet], fonts: &mut Fonts) -> Result<BTreeMap<Face, Used>, PaperError> {
    let mut faces: BTreeMap<Face, (GlyphRemapper, BTreeMap<u16, String>)> = BTreeMap::new();
    for mark in sheets.iter().flat_map(|sheet| &sheet.marks) {
        let Mark::Words { line, .. } = mark else { continue };
        for glyph in &line.glyphs {
            let (glyphs, letters) = faces.entry(glyph.face).or_default();
            let id = glyphs.remap(glyph.id);
            let known = letters.entry(id).or_default();
            if known.is_empty() {
                known.clone_from(&glyph.letters);
            }
        }
    }
    let wanted = faces.len();
    let mut used = BTreeMap::new();
    for (number, (face, (glyphs, letters))) in faces.into_iter().enumerate() {
        let cut = fonts.face(face).and_then(|(font, index)| {
            let file = subsetter::subset(font.data(), index, &glyphs).ok()?;
            // Outlines of another kind need another kind of object; no letter of ours has them.
            let is_true_type = file.starts_with(&[0, 1, 0, 0]) || file.starts_with(b"true");
            let (metrics, swash) = (font.as_swash().metrics(&[]), font.as_swash());
            let em = 1000.0 / f32::from(metrics.units_per_em.max(1));
            let advances = swash.glyph_metrics(&[]);
            let widths = glyphs.remapped_gids().map(|id| em * advances.advance_width(id)).collect();
            is_true_type.then_some(Used {
                name: format!("F{number}"),
                glyphs,
                letters,
                widths,
                file,
                ascent: em * metrics.ascent,
                descent: em * metrics.descent,
            })
        });
        if let Some(font) = cut {
            used.insert(face, font);
        } else {
            tracing::warn!("A letter's typeface cannot be put into a PDF");
        }
    }
    if used.is_empty() && wanted > 0 { Err(PaperError::NoTypeface) } else { Ok(used) }
}

fn content(sheet: &Sheet, used: &BTreeMap<Face, Used>, pictures: &[&Arc<Picture>]) -> Vec<u8> {
    let all = sheet.format.height;
    let mut content = Content::new();
    for mark in &sheet.marks {
        match mark {
            Mark::Bar { x, y, width, height } => {
                content.rect(*x, all - y - height, *width, *height).fill_nonzero();
            }
            Mark::Crest { x, y, width, height } => {
                content.save_state();
                content.transform([*width, 0.0, 0.0, *height, *x, all - y - height]);
                content.x_object(CREST_NAME).restore_state();
            }
            Mark::Picture { x, y, width, height, dots } => {
                let number = pictures.iter().position(|it| Arc::ptr_eq(it, dots));
                content.save_state();
                content.transform([*width, 0.0, 0.0, *height, *x, all - y - height]);
                content.x_object(Name(&picture_name(number.unwrap_or_default()))).restore_state();
            }
            Mark::Shape { corners, is_black } => {
                content.save_state();
                content.set_fill_gray(if *is_black { 0.0 } else { 1.0 });
                for (index, (x, y)) in corners.iter().enumerate() {
                    if index == 0 {
                        content.move_to(*x, all - y);
                    } else {
                        content.line_to(*x, all - y);
                    }
                }
                content.close_path().fill_nonzero().restore_state();
            }
            Mark::Words { x, y, size, line } => {
                content.begin_text();
                let mut x = *x;
                for run in line.glyphs.chunk_by(|one, next| one.face == next.face) {
                    if let Some(font) = used.get(&run[0].face) {
                        content.set_font(Name(font.name.as_bytes()), *size);
                        content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, all - y]);
                        show(&mut content, run, font);
                    }
                    x += size * run.iter().map(|glyph| glyph.advance).sum::<f32>();
                }
                content.end_text();
            }
        }
    }
    content.finish().to_vec()
}

/// Shows glyphs of one face where the shaper wants them.
fn show(content: &mut Content, glyphs: &[Glyph], font: &Used) {
    let mut positioned = content.show_positioned();
    let mut items = positioned.items();
    for glyph in glyphs {
        let Some(id) = font.glyphs.get(glyph.id) else { continue };
        items.show(Str(&id.to_be_bytes()));
        let natural = font.widths.get(usize::from(id)).copied().unwrap_or_default();
        let kern = natural - 1000.0 * glyph.advance;
        if kern.abs() > 0.5 {
            items.adjust(kern);
        }
    }
}

fn embed(pdf: &mut Pdf, font: &Used, id: Ref, next: &mut Ref) {
    let [cid, descriptor, file, unicode] = [(); 4].map(|()| next.bump());
    // Six letters and a plus sign say that it is a part of a typeface.
    let name = format!("ACOLHE+Letters-{}", font.name);
    let name = Name(name.as_bytes());
    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);
    let mut cid_font = pdf.cid_font(cid);
    cid_font.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY);
    cid_font.font_descriptor(descriptor).default_width(0.0);
    cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
    cid_font.widths().consecutive(0, font.widths.iter().copied());
    cid_font.finish();
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(-1000.0, font.descent - 500.0, 3000.0, font.ascent + 500.0))
        .italic_angle(0.0)
        .ascent(font.ascent)
        .descent(font.descent)
        .cap_height(700.0)
        .stem_v(90.0)
        .font_file2(file);
    let mut cmap = UnicodeCmap::new(Name(b"Letters"), IDENTITY);
    for (glyph, letters) in &font.letters {
        if !letters.is_empty() {
            cmap.pair_with_multiple(*glyph, letters.chars());
        }
    }
    pdf.cmap(unicode, &cmap.finish());
    let length = i32::try_from(font.file.len()).unwrap_or(i32::MAX);
    pdf.stream(file, &font.file).pair(Name(b"Length1"), length);
}

/// The crest in grey. It is drawn in black dots, four times as fine: their mean is its grey.
fn picture(pdf: &mut Pdf, crest: &Crest) {
    let ink = crest.draw(CREST_DOTS * u16::from(MEAN_OF));
    let rows: Vec<&[u8]> = ink.rows().collect();
    let fine = usize::from(MEAN_OF);
    let (width, height) = (ink.width().div_ceil(fine), rows.len().div_ceil(fine));
    let mut grey = Vec::with_capacity(width * height);
    for band in rows.chunks(fine) {
        for x in 0..width {
            let dots = band.iter().flat_map(|row| row.iter().skip(x * fine).take(fine));
            let (count, black) =
                dots.fold((0, 0), |(count, sum), dot| (count + 1, sum + u32::from(*dot)));
            grey.push(255 - u8::try_from(black / count.max(1)).unwrap_or(u8::MAX));
        }
    }
    let side = |dots: usize| i32::try_from(dots).unwrap_or(i32::MAX);
    let mut image = pdf.image_xobject(CREST, &grey);
    image.width(side(width)).height(side(height)).bits_per_component(8);
    image.color_space().device_gray();
}
