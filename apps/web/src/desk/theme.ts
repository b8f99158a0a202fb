import type { ThemeConfig } from 'antd';

const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';

/** Ink green on paper white; other colours only mark levels. */
export function deskTheme(large: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#1f5a45',
      colorLink: '#1f5a45',
      colorLinkHover: '#123c2d',
      colorSuccess: '#2a6b3f',
      colorError: '#a3201a',
      colorWarning: '#8a3c00',
      colorInfo: '#1f5a45',
      colorText: '#1c2421',
      colorTextSecondary: '#4c5752',
      colorTextTertiary: '#5b6660',
      colorTextDescription: '#56605b',
      colorTextPlaceholder: '#66706b',
      colorBorder: '#b9bfb6',
      colorBorderSecondary: '#dedbd0',
      colorBgLayout: '#f7f5ef',
      borderRadius: 4,
      borderRadiusLG: 6,
      fontFamily,
      fontSize: large ? 18 : 14,
      controlHeight: large ? 44 : 34,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Table: {
        headerBg: '#efede4',
        headerColor: '#2f3a35',
        rowHoverBg: '#f3f6f2',
        rowSelectedBg: '#e6f0e9',
        rowSelectedHoverBg: '#dceae1',
        cellPaddingBlock: 9,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
      Form: { itemMarginBottom: large ? 22 : 18, verticalLabelPadding: '0 0 4px' },
    },
  };
}
