// Made by test/drawing/make-inter-widths.mjs from Inter (SIL Open Font License 1.1): do not edit.

/** How many units of the widths below make one em. */
export const unitsPerEm = 720;

/** Advance widths from the code point `first` on, two base-36 digits each; `--` where Inter has no glyph. */
export const interWidths: readonly { readonly first: number; readonly regular: string; readonly semibold: string }[] = [
  {
    first: 0x20,
    regular:
      "5n5s9ccocujncw607b7ba1d95s985s78cn85c8cdcybwcfbccecf5s62d9d9d9a9jcdtd4emegc1bueyew5ebfdgbci3f3fbcsfbcwcucxewdtjqdodlcl7b787b9g956hb9c9bgc9bo7fcabu4v4vb04vhjbuc0c9c97kal6kbub9geayb9b28j6o8jd9",
    semibold:
      "526gahcwd1k4da6j7h7hatdh6e9c6e7ld78hchcrdcc9ctbjctct6e6ldhdhdhawk0ekd7eregc4bsf0ex5kbme3bcihf7fecxfhd2d1d8eqekkfefead27h7l7h9n9e71bicibocibu7scjc95959be59i1c9c7cici7yb073c9brgtbebsbc947794dh",
  },
  {
    first: 0xa0,
    regular:
      "5n5sbgc8eib05fbebuib93bod9--dc9k95d98v8x6hbqc25s5e649obog2gyhna9dtdtdtdtdtdtjwemc1c1c1c15e5e5e5eeqf3fbfbfbfbfbd9fbewewewewdlcqccb9b9b9b9b9b9idbgbobobobo4v4v4v4vbobuc0c0c0c0c0d9c0bubububub9c9b9dtb9dtb9dtb9embgembgembgembgege8eqc9c1boc1boc1boc1boc1boeycaeycaeycaeycaewbufjbu5e4v5e4v5e4v5e4v5e4vgt9pbf4vdgb0ajbc4vbc4vbc6tb977bx4vf3buf3buf3bu--f3bufbc0fbc0fbc0k4k0cw7kcw7kcw7kcualcualcualcualcx6kcx7jcx6kewbuewbuewbuewbuewbuewbujqgedlb9dlclb2clb2clb26b",
    semibold:
      "526gbocmf0ba6cbec9ib98cpdh--da9296dh939a71cbc16e6o6i9rcpgnhfi6awekekekekekekkaerc4c4c4c45k5k5k5kf2f7fefefefefedhfeeqeqeqeqead6cwbibibibibibiiabobubububu59595959bwc9c7c7c7c7c7dhc7c9c9c9c9bscibsekbiekbiekbierboerboerboerboegetf2cic4buc4buc4buc4buc4buf0cjf0cjf0cjf0cjexc9fyc95k595k595k595k595k59h5ahbm59e3bebcbc59bc59bc7kbh8ec259f7c9f7c9f7c9--f7c9fec7fec7fec7kajvd27yd27yd27yd1b0d1b0d1b0d1b0d873d88ed873eqc9eqc9eqc9eqc9eqc9eqc9kfgteabsead2bcd2bcd2bc6p",
  },
  {
    first: 0x386,
    regular:
      "dt5seshm85--h9--hlhf5jdtd4bldnc1clewfb5edgdti3f3d5fbewcs--dtcxdlhmdohmff5edldbarbu5jbudbbxb9bpara7bucg5jajcubqbrb7c0c4c9beci9cbuefbeflg45jbuc0bug4",
    semibold:
      "ek6efjic8z--i1--ioi55zekd7bnegc4d2exfe5ke3ekihf7dkfeexcx--dvd8eahtefhtfl5keadpb1c95zc9dpc4brbzb1ajc9ci5zbcdecbc4b7c7ckcibncv9xc9fhbugagi5zc9c7c9gi",
  },
  {
    first: 0x400,
    regular:
      "c1c1gublemcu5e5ebfmamihpdgf3clegdtcyd4blgec1j8cdf3f3dgezi3ewfbewcsemcxclgldoefe1j6jggchod0emkbcwb9bwbb8qcabog89wbubuavbjffbsc0bsc9bg9cb9draybybkghgrcwerb7bggvb4bobobu8qbgal4v4v4viihybuavbub9bs",
    semibold:
      "c4c4h2bnerd15k5kbmmcmjhue3f7dhejekcyd7bnh2c4kocrf7f7e3f0ihexfeexcxerd8dhgoeff2e4jlk2gji5d6erkod2bic4bh8zcxbugya8c9c9bebwfzc8c7c4cibo9xbseybecrbwgyhfddfoblboh7bfbubuc98zbob0595959iribc9bec9bsc4",
  },
  {
    first: 0x2010,
    regular:
      "7777cza0k0k09l9258584u588u8u8g8u9u9ub9b95sbjhb5s",
    semibold:
      "8g8gcya0k0k0ar9e5w5w5h5wa5a29ma2b2b2a3a36ecrj56e",
  },
  {
    first: 0x2030,
    regular:
      "qqxt4h8vd94h8vd9947p7p",
    semibold:
      "rgys56a9fd56a9fdad8c8c",
  },
  {
    first: 0x20ac,
    regular:
      "dc",
    semibold:
      "dl",
  },
  {
    first: 0x2190,
    regular:
      "j3gpj3gpqugpfjfjfjfj",
    semibold:
      "j3hnj3hnquh0fmfmfmfm",
  },
  {
    first: 0x2260,
    regular:
      "d9------d9d9",
    semibold:
      "dh------dhdh",
  },
];
