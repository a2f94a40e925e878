import { Button, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';

type FileButtonProps = {
  readonly label: string;
  /** What it is for, where several stand on a page. */
  readonly name?: string;
  readonly onChoose: (file: File) => void;
};

const useStyles = makeStyles({ hidden: { display: 'none' } });

/** A button in front of the browser's own file field, which cannot be given our looks. */
export function FileButton({ label, name = label, onChoose }: FileButtonProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button aria-label={name} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".wav,audio/wav,audio/x-wav"
        className={styles.hidden}
        tabIndex={-1}
        aria-label={name}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onChoose(file);
          // Emptied, so that the same file can be chosen again after it was mended.
          target.value = '';
        }}
      />
    </>
  );
}
