document.title = 'Rufwerk';
